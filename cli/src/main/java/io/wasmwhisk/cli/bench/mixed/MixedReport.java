// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.mixed;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.wasmwhisk.cli.bench.call.Activation;
import io.wasmwhisk.cli.bench.call.Activations;
import io.wasmwhisk.cli.bench.call.Figures;
import io.wasmwhisk.cli.bench.contender.Circumstances;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** What was measured, for people and for programs. */
public final class MixedReport {
  private static final String FORM = "%-16s%8s%7s%6s%10s%9s%6s%9s%8s%7s%9s%8s%8s%7s%9s%8s%9s%7s%n";

  private final Circumstances circumstances;
  private final List<Mix> all;

  /**
   * A report.
   *
   * @param circumstances where it was measured, and which kinds were absent
   */
  public MixedReport(Circumstances circumstances, List<Mix> all) {
    this.circumstances = circumstances;
    this.all = List.copyOf(all);
  }

  /** Whether every call got the answer that it must. */
  public boolean isRight() {
    return all.stream().allMatch(each -> each.all().wrong() == 0);
  }

  /** Prints what the table's columns hold. */
  public static void printLegend(PrintWriter out) {
    out.printf(
        "Milliseconds. A sample is the calls that are sent at once, from the first request to the last answer; prime computes,%n"
            + "net waits for 300 ms; wait and duration are medians of the activation records; CPU is processors kept busy.%n%n");
    out.printf(
        FORM, "", "prime/", "", "", "answers", "", "", "prime:", "", "", "", "net:", "", "", "",
        "CPU", "CPU", "RSS");
    out.printf(
        FORM,
        "kind",
        "net",
        "calls",
        "cold",
        "a second",
        "sample",
        "cv",
        "p50",
        "p99",
        "wait",
        "duration",
        "p50",
        "p99",
        "wait",
        "duration",
        "server",
        "machine",
        "MiB");
    out.flush();
  }

  /** Prints a row, as soon as it was measured. */
  public static void print(PrintWriter out, Mix mix) {
    Activations primes = mix.primes();
    Activations nets = mix.nets();
    out.printf(
        FORM,
        mix.kind().name(),
        "%d/%d".formatted(mix.share(), 100 - mix.share()),
        mix.all().count(),
        mix.all().filter(Activation::isCold).count(),
        Figures.number(mix.perSecond()),
        Figures.number(mix.times().p50()),
        Figures.ratio(mix.times().variation()),
        Figures.number(primes.times().p50()),
        Figures.number(primes.times().p99()),
        Figures.number(primes.waits().p50()),
        Figures.number(primes.durations().p50()),
        Figures.number(nets.times().p50()),
        Figures.number(nets.times().p99()),
        Figures.number(nets.waits().p50()),
        Figures.number(nets.durations().p50()),
        Figures.processors(mix.usage()),
        Figures.machineProcessors(mix.usage()),
        Figures.mebibytes(mix.usage().resident()));
    Figures.printComplaints(out, mix.all());
    out.flush();
  }

  /** Prints which kinds were absent. */
  public void printAbsent(PrintWriter out) {
    out.println();
    circumstances.printAbsent(out);
  }

  /** Writes every call, in the form of {@link Activations#write}. */
  public void writeJson(Path file) throws IOException {
    long zero = Activations.joined(all.stream().map(Mix::all)).began();
    try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
      json.writeStartObject();
      circumstances.write(json);
      json.writeArrayFieldStart("mixes");
      for (Mix mix : all) {
        json.writeStartObject();
        json.writeStringField("kind", mix.kind().name());
        json.writeNumberField("primePercent", mix.share());
        json.writeNumberField("answersPerSecond", mix.perSecond());
        mix.times().write(json, "sample");
        Figures.write(json, mix.samples().stream().map(Mix.Sample::usage).toList());
        json.writeFieldName("prime");
        mix.primes().write(json, zero);
        json.writeFieldName("net");
        mix.nets().write(json, zero);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
