// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The files that a bench writes beside its table. */
final class FilesOptions {
  @Option(names = "--json", paramLabel = "FILE", description = "write the samples to this file")
  private @Nullable Path json;

  @Option(
      names = "--plot",
      paramLabel = "DIR",
      description = "write plots into this directory, as PNG and SVG")
  private @Nullable Path plots;

  /** Something that is written to a file or a directory. */
  @FunctionalInterface
  interface Writing {
    void to(Path path) throws IOException;
  }

  /** Writes what the command line asks for. */
  void write(Writing samples, Writing pictures) throws IOException {
    if (json != null) {
      samples.to(json);
    }
    if (plots != null) {
      pictures.to(plots);
    }
  }
}
