// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.churn;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.wasmwhisk.cli.bench.call.Figures;
import io.wasmwhisk.cli.bench.contender.Samples;
import io.wasmwhisk.cli.bench.process.Reading;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What was measured, for people and for programs. */
public final class ChurnReport {
  private static final String FORM = "%9s%10s%10s%9s%9s%7s%7s%6s%9s%9s%9s%8s%7s  %s%n";
  private static final double MIB = 1 << 20;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final int SHOWN = 3;

  private final String machine;
  private final ChurnSettings settings;
  private final List<ChurnStage> stages;

  ChurnReport(String machine, ChurnSettings settings, List<ChurnStage> stages) {
    this.machine = machine;
    this.settings = settings;
    this.stages = List.copyOf(stages);
  }

  /** Whether there was no collapse. */
  public boolean held() {
    return stages.stream().allMatch(stage -> stage.held(settings.leastShare()));
  }

  List<ChurnStage> stages() {
    return stages;
  }

  /** Prints what the columns are. */
  public static void printHeader(PrintWriter out) {
    out.printf(
        FORM,
        "",
        "begun",
        "answered",
        "",
        "",
        "",
        "cold",
        "",
        "CPU ms",
        "RSS",
        "heap",
        "",
        "wrong",
        "");
    out.printf(
        FORM,
        "functions",
        "a second",
        "a second",
        "p50 ms",
        "p99 ms",
        "cv",
        "%",
        "CPUs",
        "a call",
        "MiB",
        "MiB",
        "threads",
        "",
        "");
    out.flush();
  }

  /** Prints the last number of functions. */
  public void printLast(PrintWriter out) {
    ChurnStage stage = stages.getLast();
    Samples times = stage.times();
    out.printf(
        FORM,
        stage.functions(),
        Figures.number("%.1f", stage.offered()),
        Figures.number("%.1f", stage.answered()),
        Figures.number("%.2f", times.median() / NANOS_PER_MILLI),
        Figures.number("%.2f", times.quantile(0.99) / NANOS_PER_MILLI),
        Figures.number("%.2f", times.variation()),
        Figures.number("%.0f", stage.cold() * 100),
        Figures.number("%.2f", stage.processors()),
        Figures.number("%.1f", stage.cpuMillisEach()),
        Figures.number("%.0f", stage.most(Reading::resident).orElse(Double.NaN) / MIB),
        Figures.number("%.0f", stage.most(Reading::heap).orElse(Double.NaN) / MIB),
        Figures.number("%.0f", stage.most(Reading::threads).orElse(Double.NaN)),
        stage.wrong().size(),
        stage.held(settings.leastShare()) ? "held" : "COLLAPSED");
    stage.wrong().stream()
        .limit(SHOWN)
        .forEach(call -> out.println("    " + call.activation().complaint().orElse("")));
    out.flush();
  }

  /** Prints the verdict. */
  public void printVerdict(PrintWriter out) {
    ChurnStage first = stages.getFirst();
    ChurnStage last = stages.getLast();
    out.printf(
        Locale.ROOT,
        "%nWith %d functions in place of %d, %.3f times as many calls were answered; at least %.2f of those begun must be: %s.%n",
        last.functions(),
        first.functions(),
        last.answered() / first.answered(),
        settings.leastShare(),
        held() ? "held" : "COLLAPSED");
    out.flush();
  }

  /** Writes every call and every reading of the process. */
  public void writeJson(Path file) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringField("machine", machine);
      json.writeNumberField("memoryMb", settings.memoryMb());
      json.writeNumberField("leastShare", settings.leastShare());
      json.writeArrayFieldStart("stages");
      for (ChurnStage stage : stages) {
        write(json, stage);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private void write(JsonGenerator json, ChurnStage stage) throws IOException {
    json.writeStartObject();
    json.writeNumberField("functions", stage.functions());
    json.writeBooleanField("held", stage.held(settings.leastShare()));
    json.writeNumberField("begunPerSecond", stage.offered());
    json.writeNumberField("answeredPerSecond", stage.answered());
    json.writeNumberField("wrong", stage.wrong().size());
    json.writeNumberField("coldShare", stage.cold());
    json.writeNumberField("processors", stage.processors());
    json.writeFieldName("nanos");
    stage.times().write(json);
    json.writeArrayFieldStart("appointedNanosCold");
    for (ChurnCall call : stage.calls()) {
      long[] values = {call.appointed(), call.nanos(), call.activation().isCold() ? 1 : 0};
      json.writeArray(values, 0, values.length);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("atResidentHeapThreadsCpuNanos");
    for (Reading each : stage.readings()) {
      long[] values = {
        each.nanos() - stage.readings().getFirst().nanos(),
        each.resident(),
        each.heap(),
        each.threads(),
        each.cpuNanos()
      };
      json.writeArray(values, 0, values.length);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
