// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.churn;

import io.wasmwhisk.cli.bench.plot.Bars;
import io.wasmwhisk.cli.bench.process.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Times, rates and resources, over the number of functions. */
public final class ChurnPlots {
  private static final double MIB = 1 << 20;
  private static final double NANOS_PER_MILLI = 1e6;

  private final List<ChurnStage> stages;
  private final List<String> functions;

  /** Plots of a report. */
  public ChurnPlots(ChurnReport report) {
    this.stages = report.stages();
    this.functions = stages.stream().map(stage -> stage.functions() + " functions").toList();
  }

  /**
   * Writes {@code churn-times} and {@code churn-rate}, and where the process was seen {@code
   * churn-memory} and {@code churn-cpu}, each as PNG and SVG.
   *
   * @throws IOException when a file cannot be written
   */
  public void write(Path directory) throws IOException {
    Bars times = bars("how long a call takes", "ms");
    times.add("p50", values(stage -> stage.times().median() / NANOS_PER_MILLI));
    times.add("p99", values(stage -> stage.times().quantile(0.99) / NANOS_PER_MILLI));
    times.write(directory, "churn-times");
    Bars rate = bars("right answers", "a second");
    rate.add("begun", values(ChurnStage::offered));
    rate.add("answered", values(ChurnStage::answered));
    rate.write(directory, "churn-rate");
    if (stages.stream().anyMatch(stage -> !stage.readings().isEmpty())) {
      writeResources(directory);
    }
  }

  private void writeResources(Path directory) throws IOException {
    Bars memory = bars("the server's memory, peak", "MiB");
    memory.add("RSS", values(stage -> most(stage, Reading::resident)));
    memory.add("heap", values(stage -> most(stage, Reading::heap)));
    memory.write(directory, "churn-memory");
    Bars cpu = bars("the server's processor time", "ms a call");
    cpu.add("processor time", values(ChurnStage::cpuMillisEach));
    cpu.write(directory, "churn-cpu");
  }

  private Bars bars(String title, String unit) {
    return new Bars("The same rate over more functions: " + title, unit, functions);
  }

  private static double most(ChurnStage stage, ToLongFunction<Reading> value) {
    return stage.most(value).orElse(Double.NaN) / MIB;
  }

  private List<Double> values(ToDoubleFunction<ChurnStage> value) {
    return stages.stream().map(stage -> value.applyAsDouble(stage)).toList();
  }
}
