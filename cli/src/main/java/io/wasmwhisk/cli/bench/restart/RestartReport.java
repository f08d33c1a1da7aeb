// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.restart;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.wasmwhisk.cli.bench.call.Figures;
import io.wasmwhisk.cli.bench.contender.Circumstances;
import io.wasmwhisk.cli.bench.contender.Samples;
import io.wasmwhisk.cli.bench.plot.Bars;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What was measured, for people and for programs. */
public final class RestartReport {
  private static final String FORM = "%-14s%-12s%9s%10s%10s%10s%8s%18s%n";

  private final Circumstances circumstances;
  private final List<RestartResult> results;

  /**
   * A report.
   *
   * @param circumstances where it was measured, and who was absent
   */
  public RestartReport(Circumstances circumstances, List<RestartResult> results) {
    this.circumstances = circumstances;
    this.results = List.copyOf(results);
  }

  /** Prints a guest's rows, as soon as they were measured. */
  public static void print(PrintWriter out, RestartResult result) {
    out.printf("%s (%s), medians in ms%n", result.guest(), result.toolchain());
    out.printf(
        FORM,
        "contender",
        "modules",
        "how many",
        "load",
        "1st call",
        "both",
        "cv",
        "over wasmtime new");
    result.scores().forEach(score -> print(out, result, score));
    out.println();
    out.flush();
  }

  private static void print(PrintWriter out, RestartResult result, RestartScore score) {
    Samples both = score.series().getOrDefault("new", Samples.of(0, 0));
    out.printf(
        FORM,
        score.contender(),
        score.kept() ? "kept" : "never seen",
        score.count(),
        millis(score.medianMillis("compile")),
        millis(score.medianMillis("cold")),
        millis(score.medianMillis("new")),
        Figures.ratio(both.variation()),
        Figures.number("%.3f", score.medianMillis("new") / result.peerMillis()));
    score.failure().ifPresent(words -> out.println("  FAILED: " + words));
  }

  private static String millis(double value) {
    return Figures.number("%.2f", value);
  }

  /** Prints who was absent. */
  public void printAbsent(PrintWriter out) {
    circumstances.printAbsent(out);
  }

  /** Writes {@code restart} as PNG and SVG. */
  public void plot(Path directory) throws IOException {
    Bars bars =
        new Bars(
            "Loaded and called once",
            "ms, median",
            results.stream().map(RestartResult::guest).toList());
    results.stream()
        .flatMap(result -> result.scores().stream())
        .map(RestartScore::words)
        .distinct()
        .forEach(
            words -> bars.add(words, results.stream().map(each -> each.millis(words)).toList()));
    bars.write(directory, "restart");
  }

  /** Writes every sample, in nanoseconds. */
  public void writeJson(Path file) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
      json.writeStartObject();
      circumstances.write(json);
      json.writeArrayFieldStart("guests");
      for (RestartResult result : results) {
        json.writeStartObject();
        json.writeStringField("guest", result.guest());
        json.writeArrayFieldStart("scores");
        for (RestartScore score : result.scores()) {
          write(json, score);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, RestartScore score) throws IOException {
    json.writeStartObject();
    json.writeStringField("contender", score.contender());
    json.writeBooleanField("peer", score.peer());
    json.writeBooleanField("kept", score.kept());
    if (score.failure().isPresent()) {
      json.writeStringField("failure", score.failure().get());
    }
    for (Map.Entry<String, Samples> series : score.series().entrySet()) {
      json.writeFieldName(series.getKey());
      series.getValue().write(json);
    }
    json.writeEndObject();
  }
}
