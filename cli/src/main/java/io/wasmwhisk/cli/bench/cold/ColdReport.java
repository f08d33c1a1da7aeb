// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.cold;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.wasmwhisk.cli.bench.call.Activations;
import io.wasmwhisk.cli.bench.call.Figures;
import io.wasmwhisk.cli.bench.call.Spread;
import io.wasmwhisk.cli.bench.contender.Circumstances;
import io.wasmwhisk.cli.bench.process.Usage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** What was measured, for people and for programs. */
public final class ColdReport {
  private static final String FORM = "%-16s%-7s%5s%7s%6s%9s%9s%9s%7s%8s%8s%10s%10s%10s%10s%8s%7s%n";
  private static final double NANOS_PER_MILLI = 1e6;

  private final Circumstances circumstances;
  private final List<Rounds> all;

  /**
   * A report.
   *
   * @param circumstances where it was measured, and which kinds were absent
   */
  public ColdReport(Circumstances circumstances, List<Rounds> all) {
    this.circumstances = circumstances;
    this.all = List.copyOf(all);
  }

  /** Whether every call got the answer that it must. */
  public boolean isRight() {
    return all.stream().allMatch(each -> each.activations().wrong() == 0);
  }

  /** Prints a table, what was wrong, and which kinds were absent. */
  public void print(PrintWriter out) {
    out.printf(
        "Milliseconds. A cold start is waitTime and initTime of the record; wait, init, duration and end to end are medians;%n"
            + "last is the median of the rounds' last answers; CPU is the server's for each call.%n%n");
    out.printf(
        FORM, "", "", "at", "", "", "cold", "start", "", "", "", "", "", "end to", "", "", "CPU",
        "RSS");
    out.printf(
        FORM,
        "kind",
        "code",
        "once",
        "calls",
        "warm",
        "mean",
        "p50",
        "p99",
        "cv",
        "wait",
        "init",
        "duration",
        "end",
        "p99",
        "last",
        "ms",
        "MiB");
    for (Rounds rounds : all) {
      print(out, rounds);
    }
    out.println();
    circumstances.printAbsent(out);
  }

  private static void print(PrintWriter out, Rounds rounds) {
    Activations cold = rounds.cold();
    Spread starts = cold.starts();
    Usage usage = rounds.usage();
    out.printf(
        FORM,
        rounds.kind().name(),
        rounds.code().words(),
        rounds.atOnce(),
        rounds.activations().count(),
        rounds.warm(),
        Figures.number(starts.mean()),
        Figures.number(starts.p50()),
        Figures.number(starts.p99()),
        Figures.ratio(starts.variation()),
        Figures.number(cold.waits().p50()),
        Figures.number(cold.inits().p50()),
        Figures.number(cold.durations().p50()),
        Figures.number(cold.times().p50()),
        Figures.number(cold.times().p99()),
        Figures.number(rounds.last().p50()),
        usage.resident() == 0
            ? "-"
            : Figures.number(usage.cpuNanos() / NANOS_PER_MILLI / rounds.activations().count()),
        Figures.mebibytes(usage.resident()));
    Figures.printComplaints(out, rounds.activations());
  }

  /** Writes every call, in the form of {@link Activations#write}. */
  public void writeJson(Path file) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
      json.writeStartObject();
      circumstances.write(json);
      json.writeArrayFieldStart("rounds");
      for (Rounds rounds : all) {
        write(json, rounds);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, Rounds rounds) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", rounds.kind().name());
    json.writeStringField("code", rounds.code().words());
    json.writeNumberField("atOnce", rounds.atOnce());
    json.writeNumberField("warm", rounds.warm());
    rounds.last().write(json, "lastAnswer");
    Figures.write(json, rounds.all().stream().map(Round::usage).toList());
    json.writeArrayFieldStart("repeats");
    for (Round round : rounds.all()) {
      round.activations().write(json, round.activations().began());
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
