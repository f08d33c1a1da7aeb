// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A real OpenWhisk to be started, for commands that can do without one. */
public final class RealOpenWhiskOptions {
  @Option(
      names = "--openwhisk",
      paramLabel = "DIR|JAR",
      description =
          "start a real OpenWhisk: the directory of its jars or class directories, or its"
              + " standalone jar (docs/testing.md)")
  private @Nullable Path classes;

  @Option(
      names = "--openwhisk-log",
      paramLabel = "FILE",
      description = "what the real OpenWhisk prints; without it only the end of it is kept")
  private @Nullable Path log;

  /**
   * Where its jars or class directories are, or its standalone jar; empty when none is to be
   * started.
   */
  public Optional<Path> classes() {
    return Optional.ofNullable(classes);
  }

  /** A file for what it prints. */
  public Optional<Path> log() {
    return Optional.ofNullable(log);
  }
}
