// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.rest;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.wasmwhisk.cli.bench.call.Figures;
import io.wasmwhisk.cli.bench.contender.Circumstances;
import io.wasmwhisk.cli.bench.plot.Lines;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What was measured, for people and for programs. */
public final class RestReport {
  private static final String FORM = "%-12s%8s%9s%10s%9s%9s%7s%9s%10s%10s%9s%n";
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double LAST = 0.99;

  private final Circumstances circumstances;
  private final List<RestScore> scores;

  /**
   * A report.
   *
   * @param circumstances where it was measured, and who was absent
   */
  public RestReport(Circumstances circumstances, List<RestScore> scores) {
    this.circumstances = circumstances;
    this.scores = List.copyOf(scores);
  }

  /** Prints the table, the ratio, and who was absent. */
  public void print(PrintWriter out) {
    out.printf(
        "Milliseconds from the request to the answer; CPU is µs of processor time for each call.%n%n");
    out.printf(FORM, "", "", "", "answers", "", "", "", "", "CPU", "CPU", "RSS");
    out.printf(
        FORM,
        "server",
        "clients",
        "calls",
        "a second",
        "p50",
        "p99",
        "cv",
        "most",
        "server",
        "client",
        "MiB");
    scores.forEach(score -> print(out, score));
    out.println();
    ours().forEach(name -> printRatio(out, name));
    circumstances.printAbsent(out);
  }

  private static void print(PrintWriter out, RestScore score) {
    out.printf(
        FORM,
        score.server(),
        score.clients(),
        score.samples().count(),
        Figures.number("%.0f", score.samples().perSecond()),
        Figures.number("%.3f", score.samples().median() / NANOS_PER_MILLI),
        Figures.number("%.3f", score.samples().quantile(LAST) / NANOS_PER_MILLI),
        Figures.ratio(score.samples().variation()),
        Figures.number(score.samples().quantile(1) / NANOS_PER_MILLI),
        Figures.number("%.1f", score.serverMicros()),
        Figures.number("%.1f", score.clientMicros()),
        Figures.mebibytes(score.usage().resident()));
  }

  private void printRatio(PrintWriter out, String name) {
    OptionalDouble peer = most(RestScore::peer);
    if (peer.isPresent()) {
      out.printf(
          "%s over nodejs, the most answers a second of each: %s%n",
          name,
          Figures.ratio(
              most(score -> score.server().equals(name)).orElse(Double.NaN) / peer.getAsDouble()));
    }
  }

  private List<String> ours() {
    return scores.stream()
        .filter(score -> !score.peer())
        .map(RestScore::server)
        .distinct()
        .toList();
  }

  private OptionalDouble most(Predicate<RestScore> which) {
    return scores.stream().filter(which).mapToDouble(score -> score.samples().perSecond()).max();
  }

  /** Writes {@code rest-throughput} and {@code rest-latency} as PNG and SVG. */
  public void plot(Path directory) throws IOException {
    plot("answers a second", score -> score.samples().perSecond())
        .write(directory, "rest-throughput");
    plot("ms, median", score -> score.samples().median() / NANOS_PER_MILLI)
        .write(directory, "rest-latency");
  }

  private Lines plot(String unit, ToDoubleFunction<RestScore> value) {
    Lines lines = new Lines("hello over HTTP", "clients", unit);
    for (String server : scores.stream().map(RestScore::server).distinct().toList()) {
      lines.add(
          server,
          scores.stream()
              .filter(score -> score.server().equals(server))
              .map(score -> new Lines.Point(score.clients(), value.applyAsDouble(score)))
              .toList());
    }
    return lines;
  }

  /** Writes every call's time; the processor time of {@code calls} is the clients'. */
  public void writeJson(Path file) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
      json.writeStartObject();
      circumstances.write(json);
      json.writeArrayFieldStart("scores");
      for (RestScore score : scores) {
        json.writeStartObject();
        json.writeStringField("server", score.server());
        json.writeBooleanField("peer", score.peer());
        json.writeNumberField("clients", score.clients());
        json.writeNumberField("answersPerSecond", score.samples().perSecond());
        json.writeNumberField("serverMicrosPerCall", score.serverMicros());
        Figures.write(json, List.of(score.usage()));
        json.writeFieldName("calls");
        score.samples().write(json);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
