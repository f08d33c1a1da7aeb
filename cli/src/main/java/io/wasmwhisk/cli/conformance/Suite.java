// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.conformance;

import io.wasmwhisk.cli.json.JsonMembers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The tests of a checkout: the modules in directories that have a {@code manifest.json}.
 *
 * @param tests those for preview 1, by name
 * @param others how many there are for other versions of WASI
 */
public record Suite(List<SuiteTest> tests, int others) {
  private static final String PREVIEW_1 = "wasm32-wasip1";
  private static final String MANIFEST = "manifest.json";

  /**
   * Finds them.
   *
   * @throws IOException when a directory or a manifest cannot be read
   * @throws IllegalArgumentException when a manifest is no JSON object
   */
  public static Suite of(Path checkout) throws IOException {
    List<SuiteTest> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(checkout)) {
      for (Path manifest : files.filter(file -> file.endsWith(MANIFEST)).toList()) {
        found.addAll(beside(manifest, checkout));
      }
    }
    List<SuiteTest> wanted =
        found.stream()
            .filter(test -> test.version().equals(PREVIEW_1))
            .sorted((one, other) -> one.name().compareTo(other.name()))
            .toList();
    return new Suite(wanted, found.size() - wanted.size());
  }

  private static List<SuiteTest> beside(Path manifest, Path checkout) throws IOException {
    Path directory = Objects.requireNonNull(manifest.toAbsolutePath().getParent());
    String version =
        JsonMembers.of(Files.readString(manifest))
            .string("version")
            .orElse(String.valueOf(directory.getFileName()));
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(SuiteTest.ENDING))
          .map(file -> new SuiteTest(name(file, checkout), version, file))
          .toList();
    }
  }

  private static String name(Path module, Path checkout) {
    String path = checkout.toAbsolutePath().relativize(module).toString();
    return path.substring(0, path.length() - SuiteTest.ENDING.length());
  }
}
