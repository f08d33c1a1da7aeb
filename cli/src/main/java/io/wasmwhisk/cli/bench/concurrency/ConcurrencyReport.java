// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.concurrency;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.wasmwhisk.cli.bench.call.Activations;
import io.wasmwhisk.cli.bench.call.Figures;
import io.wasmwhisk.cli.bench.call.Spread;
import io.wasmwhisk.cli.bench.contender.Circumstances;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** What was measured, for people and for programs. */
public final class ConcurrencyReport {
  private static final String FORM = "%-16s%-7s%7s%8s%6s%10s%9s%9s%7s%8s%8s%10s%8s%9s%7s%n";

  private final Circumstances circumstances;
  private final List<Level> all;

  /**
   * A report.
   *
   * @param circumstances where it was measured, and which kinds were absent
   */
  public ConcurrencyReport(Circumstances circumstances, List<Level> all) {
    this.circumstances = circumstances;
    this.all = List.copyOf(all);
  }

  /** Whether every call got the answer that it must. */
  public boolean isRight() {
    return all.stream().allMatch(each -> each.activations().wrong() == 0);
  }

  /** Prints what the table's columns hold. */
  public static void printLegend(PrintWriter out) {
    out.printf(
        "Milliseconds from the request to the answer; wait, init and duration are medians of the activation records;%n"
            + "CPU is processors kept busy, by the server and by all of its machine.%n%n");
    out.printf(
        FORM, "", "", "in", "", "", "answers", "end to", "", "", "", "", "", "CPU", "CPU", "RSS");
    out.printf(
        FORM,
        "kind",
        "",
        "flight",
        "calls",
        "cold",
        "a second",
        "end p50",
        "p99",
        "cv",
        "wait",
        "init",
        "duration",
        "server",
        "machine",
        "MiB");
    out.flush();
  }

  /** Prints a row, as soon as it was measured. */
  public static void print(PrintWriter out, Level level) {
    Activations activations = level.activations();
    Spread times = activations.times();
    out.printf(
        FORM,
        level.kind().name(),
        level.workload().name(),
        level.inFlight(),
        activations.count(),
        level.cold(),
        Figures.number(level.perSecond()),
        Figures.number(times.p50()),
        Figures.number(times.p99()),
        Figures.ratio(times.variation()),
        Figures.number(activations.waits().p50()),
        Figures.number(activations.inits().p50()),
        Figures.number(activations.durations().p50()),
        Figures.processors(level.usage()),
        Figures.machineProcessors(level.usage()),
        Figures.mebibytes(level.usage().resident()));
    Figures.printComplaints(out, activations);
    out.flush();
  }

  /** Prints which kinds were absent. */
  public void printAbsent(PrintWriter out) {
    out.println();
    circumstances.printAbsent(out);
  }

  /** Writes every call, in the form of {@link Activations#write}. */
  public void writeJson(Path file) throws IOException {
    long zero = Activations.joined(all.stream().map(Level::activations)).began();
    try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
      json.writeStartObject();
      circumstances.write(json);
      json.writeArrayFieldStart("levels");
      for (Level level : all) {
        json.writeStartObject();
        json.writeStringField("kind", level.kind().name());
        json.writeStringField("program", level.workload().name());
        json.writeNumberField("inFlight", level.inFlight());
        json.writeNumberField("answersPerSecond", level.perSecond());
        Figures.write(json, List.of(level.usage()));
        json.writeFieldName("activations");
        level.activations().write(json, zero);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
