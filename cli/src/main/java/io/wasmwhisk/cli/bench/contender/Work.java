// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.contender;

import io.wasmwhisk.engine.files.archive.ArchivedFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A WASI command and what it is called with, as the platform calls it: the input on stdin and as
 * the last argument.
 *
 * @param name as people read it
 * @param module its bytes
 * @param input one JSON text
 * @param arguments those before it
 * @param files what it finds below /
 * @param directory the same files on disk, for peers; empty when there are none
 * @param expected the last line of its stdout
 * @param snapshot what our engines run in its place, as the platform does; empty for the same
 */
public record Work(
    String name,
    byte[] module,
    String input,
    List<String> arguments,
    ArchivedFiles files,
    Optional<Path> directory,
    String expected,
    Optional<byte[]> snapshot) {
  /** Copies the list. */
  public Work {
    arguments = List.copyOf(arguments);
  }

  /** A command without files and further arguments, the same for all. */
  public Work(String name, byte[] module, String input, String expected) {
    this(
        name,
        module,
        input,
        List.of(),
        ArchivedFiles.NONE,
        Optional.empty(),
        expected,
        Optional.empty());
  }

  /** All arguments, without a program's name. */
  public List<String> allArguments() {
    return Stream.concat(arguments.stream(), Stream.of(input)).toList();
  }
}
