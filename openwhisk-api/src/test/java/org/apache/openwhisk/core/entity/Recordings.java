// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.ScalaValues;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.openwhisk.common.RecordedLog;
import org.apache.openwhisk.core.WhiskConfig;
import scala.Some;

/**
 * What OpenWhisk 2.0.0's own classes gave for each input: tables of an input and what came of it.
 */
final class Recordings {
  private Recordings() {}

  /** The rows of a table, each its columns. */
  static List<List<String>> table(String name) {
    return text(name + ".tsv")
        .lines()
        .filter(line -> !line.startsWith("# "))
        .map(line -> List.of(line.split("\t", -1)))
        .toList();
  }

  /** Makes the recorded manifest the process's. */
  static ExecManifest.Runtimes manifest() {
    return manifest(text("manifest.json"));
  }

  /** Makes a manifest the process's. */
  static ExecManifest.Runtimes manifest(String json) {
    WhiskConfig config =
        new WhiskConfig(
            ScalaValues.map(),
            ScalaValues.set(List.of()),
            null,
            ScalaValues.map(),
            new RecordedLog());
    return ExecManifest$.MODULE$.initialize(config, new Some<>(json)).get();
  }

  /** What a call gives, as a text: its value, or its exception and message. */
  static String outcome(Callable<?> call) {
    try {
      return String.valueOf(call.call());
    } catch (Exception e) {
      return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
  }

  private static String text(String name) {
    String resource = "/openwhisk-2.0.0/" + name;
    try (InputStream in =
        Objects.requireNonNull(Recordings.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
