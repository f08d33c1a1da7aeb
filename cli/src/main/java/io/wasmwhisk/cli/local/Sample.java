// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An action that comes with WasmWhisk.
 *
 * @param name the action's name: {@code hello} for the one in C, {@code hello-rust} for others
 * @param file its module
 */
record Sample(String name, Path file) {
  private static final List<String> NAMES = List.of("hello", "add", "hash", "sleep", "echo-env");
  private static final String MAIN_LANGUAGE = "c";

  /** The samples in a directory that has one directory for each language. */
  static List<Sample> in(Path directory) throws IOException {
    List<Sample> samples = new ArrayList<>();
    for (Path language : languages(directory)) {
      String suffix = language.endsWith(MAIN_LANGUAGE) ? "" : "-" + language.getFileName();
      for (String name : NAMES) {
        Path file = language.resolve(name + ".wasm");
        if (Files.isRegularFile(file)) {
          samples.add(new Sample(name + suffix, file));
        }
      }
    }
    return samples;
  }

  /** The main one first. */
  private static List<Path> languages(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(Files::isDirectory)
          .sorted(
              Comparator.comparing((Path language) -> !language.endsWith(MAIN_LANGUAGE))
                  .thenComparing(Comparator.naturalOrder()))
          .toList();
    }
  }
}
