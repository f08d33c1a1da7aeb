// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.spec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** What is known to be otherwise than the suite wants it, each with its reason in the file. */
final class KnownDifferences {
  private static final String FILE = "known-differences.txt";

  private KnownDifferences() {}

  /**
   * How those of an engine begin, in the words of {@link Tally#differences}.
   *
   * @param chosen what the names of scripts begin with
   */
  static List<String> of(String engine, String chosen) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(KnownDifferences.class.getResourceAsStream(FILE), FILE)) {
      return new String(file.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> line.startsWith(engine + " " + chosen))
          .toList();
    }
  }
}
