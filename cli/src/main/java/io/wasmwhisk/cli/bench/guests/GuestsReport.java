// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.guests;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.wasmwhisk.cli.bench.contender.Circumstances;
import io.wasmwhisk.cli.bench.contender.Samples;
import io.wasmwhisk.engine.binary.ContentHash;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;

/** What was measured, for people and for programs. */
public final class GuestsReport {
  private static final String FORM = "%-18s%9s%9s%9s%9s%9s%7s%10s%10s%9s%10s%9s%9s%9s%n";
  private static final double NANOS_PER_MICRO = 1e3;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double BYTES_PER_KIB = 1024;

  private final Circumstances circumstances;
  private final List<GuestResult> results;

  /**
   * A report.
   *
   * @param circumstances where it was measured, and without whom
   */
  public GuestsReport(Circumstances circumstances, List<GuestResult> results) {
    this.circumstances = circumstances;
    this.results = List.copyOf(results);
  }

  /** Prints who was absent. */
  public void printAbsent(PrintWriter out) {
    circumstances.printAbsent(out);
  }

  /** Prints a guest's table and ratios, as soon as it was measured. */
  public static void print(PrintWriter out, GuestResult result) {
    out.printf(
        "%s (%s), %,d bytes%n",
        result.guest().name(), result.guest().toolchain(), result.guest().work().module().length);
    out.printf(
        FORM,
        "",
        "new",
        "compile",
        "cold",
        "paused",
        "",
        "",
        "1 thread",
        "",
        "CPU",
        "2 thr.",
        "empty",
        "heap",
        "heap");
    out.printf(
        FORM,
        "",
        "p50 ms",
        "p50 ms",
        "p50 ms",
        "p50 µs",
        "p99 µs",
        "cv",
        "p50 µs",
        "calls/s",
        "µs/call",
        "calls/s",
        "p50 µs",
        "KiB/call",
        "KiB live");
    result.scores().forEach(score -> print(out, score));
    for (String line : Ratios.lines(result)) {
      out.println("  " + line);
    }
    out.println();
    out.flush();
  }

  private static void print(PrintWriter out, Score score) {
    if (score.failure().isPresent()) {
      out.printf("%-18sERROR: %s%n", score.contender(), score.failure().get());
      return;
    }
    out.printf(
        FORM,
        score.contender(),
        cell(score, Measure.NEW, "%.2f", samples -> samples.median() / NANOS_PER_MILLI),
        cell(score, Measure.COMPILE, "%.2f", samples -> samples.median() / NANOS_PER_MILLI),
        cell(score, Measure.COLD, "%.2f", samples -> samples.median() / NANOS_PER_MILLI),
        cell(score, Measure.PAUSED, "%.1f", samples -> samples.median() / NANOS_PER_MICRO),
        cell(score, Measure.PAUSED, "%.1f", samples -> samples.quantile(0.99) / NANOS_PER_MICRO),
        cell(score, Measure.PAUSED, "%.2f", Samples::variation),
        cell(score, Measure.ONE_THREAD, "%.1f", samples -> samples.median() / NANOS_PER_MICRO),
        cell(score, Measure.ONE_THREAD, "%.0f", Samples::perSecond),
        cell(score, Measure.ONE_THREAD, "%.1f", samples -> samples.cpuPerCall() / NANOS_PER_MICRO),
        cell(score, Measure.TWO_THREADS, "%.0f", Samples::perSecond),
        cell(score, Measure.OVERHEAD, "%.1f", samples -> samples.median() / NANOS_PER_MICRO),
        kib(score.allocatedBytes()),
        kib(score.liveBytes()));
  }

  private static String kib(OptionalLong bytes) {
    return bytes.isPresent() ? number("%.1f", bytes.getAsLong() / BYTES_PER_KIB) : "-";
  }

  private static String cell(
      Score score, Measure measure, String form, Function<Samples, Double> value) {
    return score.of(measure).map(samples -> number(form, value.apply(samples))).orElse("-");
  }

  private static String number(String form, double value) {
    return value == 0 ? "-" : String.format(Locale.ROOT, form, value);
  }

  /** Writes every sample, in nanoseconds. */
  public void writeJson(Path file) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
      json.writeStartObject();
      circumstances.write(json);
      json.writeArrayFieldStart("guests");
      for (GuestResult result : results) {
        write(json, result);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, GuestResult result) throws IOException {
    byte[] module = result.guest().work().module();
    json.writeStartObject();
    json.writeStringField("guest", result.guest().name());
    json.writeStringField("toolchain", result.guest().toolchain());
    json.writeNumberField("bytes", module.length);
    json.writeStringField("sha256", ContentHash.of(module).sha256());
    json.writeArrayFieldStart("contenders");
    for (Score score : result.scores()) {
      write(json, score);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Score score) throws IOException {
    json.writeStartObject();
    json.writeStringField("contender", score.contender());
    json.writeStringField("description", score.description());
    if (score.failure().isPresent()) {
      json.writeStringField("failure", score.failure().get());
    }
    if (score.allocatedBytes().isPresent()) {
      json.writeNumberField("allocatedBytesPerCall", score.allocatedBytes().getAsLong());
    }
    if (score.liveBytes().isPresent()) {
      json.writeNumberField("liveBytesPerInstance", score.liveBytes().getAsLong());
    }
    if (score.peakMemory().isPresent()) {
      json.writeNumberField("peakBytesOfProcess", score.peakMemory().getAsLong());
    }
    for (Measure measure : Measure.values()) {
      if (score.of(measure).isPresent()) {
        json.writeFieldName(measure.name());
        score.of(measure).get().write(json);
      }
    }
    json.writeEndObject();
  }
}
