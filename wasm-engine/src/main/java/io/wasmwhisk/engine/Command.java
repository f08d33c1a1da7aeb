// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A plain WASI command: not an action, but a program with the caller's own streams.
 *
 * @param arguments argv, the program's name first
 * @param environment environment variables
 * @param streams stdin, stdout and stderr
 * @param time wall time it may take; empty for no limit
 * @param memoryBytes linear memory it may use
 * @param capabilities what it may reach outside of itself
 */
public record Command(
    List<String> arguments,
    Map<String, String> environment,
    Streams streams,
    Optional<Duration> time,
    long memoryBytes,
    Capabilities capabilities) {

  /** Copies the collections. */
  public Command {
    arguments = List.copyOf(arguments);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }

  /** A command that may read and write directories, by the names it knows them by, and no more. */
  public Command(
      List<String> arguments,
      Map<String, String> environment,
      Map<String, Path> directories,
      Streams streams,
      Optional<Duration> time,
      long memoryBytes) {
    this(
        arguments,
        environment,
        streams,
        time,
        memoryBytes,
        new Capabilities(
            directories.entrySet().stream()
                .map(granted -> new DirectoryGrant(granted.getKey(), granted.getValue(), true))
                .toList(),
            Optional.empty()));
  }

  /**
   * Standard streams; the caller keeps and closes them.
   *
   * @param in stdin
   * @param out stdout
   * @param err stderr
   */
  public record Streams(InputStream in, OutputStream out, OutputStream err) {}
}
