// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.density;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.wasmwhisk.cli.bench.call.Figures;
import io.wasmwhisk.cli.bench.contender.Samples;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was measured, for people and for programs. */
public final class DensityReport {
  private static final String FORM = "%8s  %-22s%10s%7s%10s%9s%14s%n";
  private static final double MIB = 1 << 20;
  private static final double KIB = 1 << 10;

  private final String machine;
  private final DensitySettings settings;
  private final List<Population> populations;

  DensityReport(String machine, DensitySettings settings, List<Population> populations) {
    this.machine = machine;
    this.settings = settings;
    this.populations = List.copyOf(populations);
  }

  /** Whether an idle container takes no more than it may, and all figures are what they seem. */
  public boolean held() {
    return populations.stream().allMatch(each -> each.complaints().isEmpty())
        && largest().map(each -> each.idleBytes() <= settings.mostBytes()).orElse(true);
  }

  /** With few containers the rest of the heap's changes are more than theirs. */
  private Optional<Population> largest() {
    return populations.stream()
        .filter(each -> each.actions() > 0)
        .max(Comparator.comparingInt(Population::actions));
  }

  List<Population> populations() {
    return populations;
  }

  /** Prints what the columns are. */
  public static void printHeader(PrintWriter out) {
    out.printf(FORM, "", "", "heap", "", "RSS", "", "KiB of heap");
    out.printf(FORM, "actions", "state", "MiB", "cv", "MiB", "threads", "each");
    out.flush();
  }

  /** Prints the last population. */
  public void printLast(PrintWriter out) {
    Population last = populations.getLast();
    print(out, last, "deployed", last.deployed(), Double.NaN);
    if (last.actions() > 0) {
      print(out, last, "idle containers", last.idle(), last.idleBytes());
      print(out, last, "the same, called again", last.again(), last.recordBytes());
      print(out, last, "running instances", last.running(), last.runningBytes());
    }
    last.complaints().forEach(complaint -> out.println("    " + complaint));
    out.flush();
  }

  private static void print(
      PrintWriter out, Population population, String state, Look look, double each) {
    out.printf(
        FORM,
        population.actions(),
        state,
        Figures.number("%.1f", look.heap() / MIB),
        Figures.number("%.3f", heaps(look).variation()),
        Figures.number("%.0f", look.resident() / MIB),
        look.threads(),
        Figures.number("%.1f", each / KIB));
  }

  private static Samples heaps(Look look) {
    return Samples.of(0, 0, look.heaps().stream().mapToLong(Long::longValue).toArray());
  }

  /** Prints the verdict. */
  public void printVerdict(PrintWriter out) {
    largest()
        .ifPresent(
            population ->
                out.printf(
                    Locale.ROOT,
                    "%nOf %d idle containers each takes %.1f KiB of heap; at most %.1f: %s.%n",
                    population.actions(),
                    population.idleBytes() / KIB,
                    settings.mostBytes() / KIB,
                    held() ? "held" : "EXCEEDED"));
    out.flush();
  }

  /** Writes every look; sizes in bytes. */
  public void writeJson(Path file) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringField("machine", machine);
      json.writeNumberField("mostIdleBytes", settings.mostBytes());
      json.writeArrayFieldStart("populations");
      for (Population population : populations) {
        write(json, population);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, Population population) throws IOException {
    json.writeStartObject();
    json.writeNumberField("actions", population.actions());
    if (population.actions() > 0) {
      json.writeNumberField("idleBytes", population.idleBytes());
      json.writeNumberField("recordBytes", population.recordBytes());
      json.writeNumberField("runningBytes", population.runningBytes());
    }
    json.writeArrayFieldStart("complaints");
    for (String complaint : population.complaints()) {
      json.writeString(complaint);
    }
    json.writeEndArray();
    write(json, "deployed", population.deployed());
    write(json, "idle", population.idle());
    write(json, "again", population.again());
    write(json, "running", population.running());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, Look look) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("resident", look.resident());
    json.writeNumberField("threads", look.threads());
    json.writeFieldName("heap");
    heaps(look).write(json);
    json.writeEndObject();
  }
}
