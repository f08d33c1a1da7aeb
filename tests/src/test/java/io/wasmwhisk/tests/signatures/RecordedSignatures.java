// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.signatures;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The recorded classes of OpenWhisk 2.0.0 by name: a header line for each, and an indented line for
 * each member.
 */
final class RecordedSignatures {
  private static final String RESOURCE = "/openwhisk-api/2.0.0.txt";

  private RecordedSignatures() {}

  static Map<String, Shape> read() {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    RecordedSignatures.class.getResourceAsStream(RESOURCE), RESOURCE),
                StandardCharsets.UTF_8))) {
      Shape current = null;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith(" ")) {
          current = Shape.parse(line.strip());
          shapes.put(current.name(), current);
        } else {
          Objects.requireNonNull(current, line).members().add(Member.parse(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return shapes;
  }
}
