// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.cpu;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.wasmwhisk.cli.bench.contender.Circumstances;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What was measured, for people and for programs. */
public final class CpuReport {
  static final String NATIVE = "native";
  private static final String WASMTIME = "wasmtime";
  private static final String FORM = "%-17s%9s%9s%8s%8s%8s%8s%9s%6s%8s%8s%9s%8s%8s%n";
  private static final List<Integer> SHOWN = List.of(2, 5, 10);

  private final Circumstances circumstances;
  private final List<CpuResult> results;

  /**
   * A report.
   *
   * @param circumstances where it was measured, and without whom
   */
  public CpuReport(Circumstances circumstances, List<CpuResult> results) {
    this.circumstances = circumstances;
    this.results = List.copyOf(results);
  }

  /** Prints what the tables hold. */
  public static void printLegend(PrintWriter out) {
    out.printf(
        "Milliseconds. Peak is the median of the last ten activations; the ratios are its, and that of activation #1 to native's peak.%n%n");
    out.flush();
  }

  /** Prints means of all programs, and who was absent. */
  public void printSummary(PrintWriter out) {
    overall(out, NATIVE);
    overall(out, WASMTIME);
    circumstances.printAbsent(out);
  }

  /**
   * Prints a program's table, as soon as it was measured.
   *
   * @param activations that were asked for
   */
  public static void print(PrintWriter out, CpuResult result, int activations) {
    out.printf(
        FORM,
        result.program().name(),
        "compile",
        "#1",
        "CPU",
        "#2",
        "#5",
        "#10",
        "peak",
        "cv",
        "CPU",
        "in 5 s",
        "sum " + activations,
        "#1/nat.",
        "/native");
    for (CpuScore score : result.scores()) {
      if (score.course().isPresent()) {
        print(out, result, score.contender(), score.course().get(), activations);
      } else {
        out.printf("%-17sERROR: %s%n", score.contender(), score.failure().orElse(""));
      }
    }
    out.println();
    out.flush();
  }

  private static void print(
      PrintWriter out, CpuResult result, String contender, Course course, int activations) {
    double floor = result.peakMillis(NATIVE);
    out.printf(
        FORM,
        contender,
        number(course.compileNanos() == 0 ? Double.NaN : course.compileNanos() / 1e6),
        number(course.wallMillis(1)),
        number(course.cpuMillis(1)),
        number(course.wallMillis(SHOWN.get(0))),
        number(course.wallMillis(SHOWN.get(1))),
        number(course.wallMillis(SHOWN.get(2))),
        number(result.peakMillis(contender)),
        number(course.peak().variation()),
        number(course.peakCpuMillis()),
        course.within(),
        number(course.sumMillis(activations)),
        number(course.wallMillis(1) / floor),
        number(result.peakMillis(contender) / floor));
  }

  /** Processor time may be too short to be told: no number, as when it is not known. */
  private static String number(double value) {
    return Double.isNaN(value) || value == 0
        ? "-"
        : String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
  }

  private void overall(PrintWriter out, String other) {
    results.stream()
        .flatMap(result -> result.scores().stream())
        .map(CpuScore::contender)
        .distinct()
        .filter(contender -> !contender.equals(other))
        .map(contender -> Overall.of(results, contender, other))
        .filter(overall -> overall.programs() > 0)
        .forEach(overall -> out.println(overall.words()));
  }

  /** Writes the samples: of each contender all first activations, and the last ten. */
  public void writeJson(Path file) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
      json.writeStartObject();
      circumstances.write(json);
      json.writeArrayFieldStart("programs");
      for (CpuResult result : results) {
        write(json, result);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, CpuResult result) throws IOException {
    json.writeStartObject();
    json.writeStringField("program", result.program().name());
    json.writeArrayFieldStart("contenders");
    for (CpuScore score : result.scores()) {
      write(json, score);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, CpuScore score) throws IOException {
    json.writeStartObject();
    json.writeStringField("contender", score.contender());
    json.writeStringField("description", score.description());
    if (score.failure().isPresent()) {
      json.writeStringField("failure", score.failure().get());
    }
    if (score.course().isPresent()) {
      Course course = score.course().get();
      json.writeNumberField("compile", course.compileNanos());
      json.writeNumberField("activationsInFirstSeconds", course.within());
      json.writeFieldName("wall");
      course.walls().write(json);
      if (course.cpus().isPresent()) {
        json.writeFieldName("cpu");
        course.cpus().get().write(json);
      }
      json.writeFieldName("peak");
      course.peak().write(json);
    }
    json.writeEndObject();
  }
}
