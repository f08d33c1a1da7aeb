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
import java.util.function.UnaryOperator;

/**
 * The recorded classes of an OpenWhisk by name: a header line for each, and an indented line for
 * each member.
 */
final class RecordedSignatures {
  private static final String RESOURCE = "/openwhisk-api/2.0.0.txt";

  private RecordedSignatures() {}

  /** Of OpenWhisk 2.0.0, on Akka. */
  static Map<String, Shape> read() {
    return read(UnaryOperator.identity());
  }

  /**
   * Of OpenWhisk's master (1fae641), on Pekko. In these classes nothing differs but the name of
   * Akka: that of its packages, and in two accessors.
   */
  static Map<String, Shape> readOnPekko() {
    return read(
        line ->
            line.replace("Lakka/", "Lorg/apache/pekko/")
                .replace("akkaClient", "pekkoClient")
                .replace("schedulerAkkaPort", "schedulerPekkoPort"));
  }

  private static Map<String, Shape> read(UnaryOperator<String> rule) {
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
          current = Shape.parse(rule.apply(line.strip()));
          shapes.put(current.name(), current);
        } else {
          Objects.requireNonNull(current, line).members().add(Member.parse(rule.apply(line)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return shapes;
  }
}
