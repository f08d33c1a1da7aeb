// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.start;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.wasmwhisk.cli.bench.contender.Samples;
import io.wasmwhisk.cli.bench.plot.Bars;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, for people and for programs. */
public final class StartReport {
  private static final String FORM = "%-32s%8s%9s%9s%9s%7s%10s  %s%n";
  private static final double NANOS_PER_MILLI = 1e6;

  private final String machine;
  private final Map<Measure, Samples> measured;

  StartReport(String machine, Map<Measure, Samples> measured) {
    this.machine = machine;
    this.measured = Map.copyOf(measured);
  }

  /** Whether no median is above what it may be. */
  public boolean held() {
    return measured.keySet().stream().allMatch(this::held);
  }

  private boolean held(Measure measure) {
    return median(measure) <= measure.mostMillis();
  }

  private double median(Measure measure) {
    return samples(measure).median() / NANOS_PER_MILLI;
  }

  private Samples samples(Measure measure) {
    return measured.getOrDefault(measure, Samples.of(0, 0));
  }

  /** Prints a table. */
  public void print(PrintWriter out) {
    out.printf(FORM, "milliseconds", "starts", "p50", "least", "most", "cv", "at most", "");
    for (Measure measure : Measure.values()) {
      Samples samples = samples(measure);
      out.printf(
          FORM,
          measure.words(),
          samples.count(),
          millis(samples.median()),
          millis(samples.quantile(0)),
          millis(samples.quantile(1)),
          String.format(Locale.ROOT, "%.2f", samples.variation()),
          measure.mostMillis(),
          held(measure) ? "held" : "EXCEEDED");
    }
    out.flush();
  }

  private static String millis(double nanos) {
    return String.format(Locale.ROOT, "%.0f", nanos / NANOS_PER_MILLI);
  }

  /** Writes every start, in nanoseconds. */
  public void writeJson(Path file) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringField("machine", machine);
      for (Measure measure : Measure.values()) {
        json.writeFieldName(measure.name());
        samples(measure).write(json);
      }
      json.writeEndObject();
    }
  }

  /** Writes {@code start.png} and {@code start.svg}. */
  public void plot(Path directory) throws IOException {
    Bars bars =
        new Bars(
            "From the command to its end, or its first answer",
            "ms",
            List.of(Measure.RUN.words(), Measure.STANDALONE.words()));
    bars.add("median", List.of(median(Measure.RUN), median(Measure.STANDALONE)));
    bars.add(
        "at most",
        List.of((double) Measure.RUN.mostMillis(), (double) Measure.STANDALONE.mostMillis()));
    bars.write(directory, "start");
  }
}
