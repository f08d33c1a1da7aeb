// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.capacity;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.wasmwhisk.cli.bench.call.Figures;
import io.wasmwhisk.cli.bench.contender.Samples;
import io.wasmwhisk.cli.bench.process.Reading;
import io.wasmwhisk.cli.bench.sleep.Nap;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;

/** What was measured, for people and for programs. */
public final class CapacityReport {
  private static final String FORM = "%8s%9s%9s%9s%9s%8s%7s%9s%9s%9s%9s%8s%8s  %s%n";
  private static final double MIB = 1 << 20;
  private static final double KIB = 1 << 10;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final String machine;
  private final CapacitySettings settings;
  private final List<CapacityStep> steps;

  CapacityReport(String machine, CapacitySettings settings, List<CapacityStep> steps) {
    this.machine = machine;
    this.settings = settings;
    this.steps = List.copyOf(steps);
  }

  /** Whether every step's activations slept for their time, and all of them at once. */
  public boolean held() {
    return !steps.isEmpty() && steps.stream().allMatch(CapacityStep::held);
  }

  List<CapacityStep> steps() {
    return steps;
  }

  /** Prints what the columns are. */
  public static void printHeader(PrintWriter out) {
    out.printf(
        FORM,
        "",
        "under",
        "asleep",
        "began in",
        "duration",
        "",
        "",
        "RSS",
        "heap",
        "heap",
        "KiB",
        "",
        "CPU",
        "");
    out.printf(
        FORM,
        "begun",
        "way",
        "at once",
        "ms",
        "p50 ms",
        "p99",
        "cv",
        "peak MiB",
        "before",
        "during",
        "each",
        "threads",
        "s",
        "");
    out.flush();
  }

  /** Prints the last step. */
  public void printLast(PrintWriter out) {
    CapacityStep step = steps.getLast();
    Samples durations = durations(step);
    out.printf(
        FORM,
        step.wanted(),
        step.naps().underWay(),
        step.naps().asleep(),
        step.spread(),
        Figures.number("%.0f", durations.median() / NANOS_PER_MILLI),
        Figures.number("%.0f", durations.quantile(0.99) / NANOS_PER_MILLI),
        Figures.number("%.3f", durations.variation()),
        most(step, Reading::resident, MIB),
        Figures.number("%.0f", step.heapBefore() == 0 ? Double.NaN : step.heapBefore() / MIB),
        Figures.number("%.0f", step.heapDuring() == 0 ? Double.NaN : step.heapDuring() / MIB),
        Figures.number("%.1f", step.heapEach() / KIB),
        most(step, Reading::threads, 1),
        Figures.number(
            "%.1f", step.readings().isEmpty() ? Double.NaN : step.cpuNanos() / NANOS_PER_SECOND),
        step.held() ? "held" : "FAILED");
    step.naps().complaints().forEach(complaint -> out.println("    " + complaint));
    out.flush();
  }

  private static Samples durations(CapacityStep step) {
    long[] nanos = step.durations();
    for (int i = 0; i < nanos.length; i++) {
      nanos[i] *= NANOS_PER_MILLI;
    }
    return Samples.of(0, 0, nanos);
  }

  private static String most(CapacityStep step, ToLongFunction<Reading> value, double unit) {
    return step.most(value)
        .map(each -> Figures.number("%.0f", value.applyAsLong(each) / unit))
        .orElse("-");
  }

  /** Prints the verdict. */
  public void printVerdict(PrintWriter out) {
    int most =
        steps.stream().filter(CapacityStep::held).mapToInt(CapacityStep::wanted).max().orElse(0);
    out.printf(
        "%n%d activations slept for %d ms at once, each by its own clock and by its record%s.%n",
        most,
        settings.sleep().toMillis(),
        held() ? "" : "; with %d it FAILED".formatted(steps.getLast().wanted()));
    out.flush();
  }

  /** Writes each activation's times, in milliseconds, and each reading of the process. */
  public void writeJson(Path file) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringField("machine", machine);
      json.writeNumberField("sleepMillis", settings.sleep().toMillis());
      json.writeNumberField("perContainer", settings.perContainer());
      json.writeArrayFieldStart("steps");
      for (CapacityStep step : steps) {
        write(json, step);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, CapacityStep step) throws IOException {
    json.writeStartObject();
    json.writeNumberField("activations", step.wanted());
    json.writeBooleanField("held", step.held());
    json.writeArrayFieldStart("complaints");
    for (String complaint : step.naps().complaints()) {
      json.writeString(complaint);
    }
    json.writeEndArray();
    json.writeNumberField("underWay", step.naps().underWay());
    json.writeNumberField("asleep", step.naps().asleep());
    json.writeNumberField("refused", step.naps().count(Nap.Refused.class));
    json.writeNumberField("lost", step.naps().count(Nap.Lost.class));
    json.writeNumberField("failed", step.naps().count(Nap.Failed.class));
    json.writeNumberField("cold", step.colds());
    json.writeNumberField("beganInMillis", step.spread());
    json.writeNumberField("heapBefore", step.heapBefore());
    json.writeNumberField("heapDuring", step.heapDuring());
    json.writeNumberField("cpuNanos", step.cpuNanos());
    json.writeFieldName("durationNanos");
    durations(step).write(json);
    writeNaps(json, step);
    writeReadings(json, step);
    json.writeEndObject();
  }

  /** Start since the first one's, duration, slept by its own clock, 1 for a cold one. */
  private static void writeNaps(JsonGenerator json, CapacityStep step) throws IOException {
    List<Nap.Slept> slept = step.naps().slept();
    long first = slept.stream().mapToLong(each -> each.start()).min().orElse(0);
    json.writeArrayFieldStart("startDurationSleptCold");
    for (Nap.Slept each : slept) {
      long[] times = {each.start() - first, each.duration(), each.slept(), each.cold() ? 1 : 0};
      json.writeArray(times, 0, times.length);
    }
    json.writeEndArray();
  }

  /** Milliseconds since the first reading, resident and heap in bytes, threads. */
  private static void writeReadings(JsonGenerator json, CapacityStep step) throws IOException {
    json.writeArrayFieldStart("atResidentHeapThreads");
    for (Reading each : step.readings()) {
      long[] values = {
        (each.nanos() - step.readings().getFirst().nanos()) / NANOS_PER_MILLI,
        each.resident(),
        each.heap(),
        each.threads()
      };
      json.writeArray(values, 0, values.length);
    }
    json.writeEndArray();
  }
}
