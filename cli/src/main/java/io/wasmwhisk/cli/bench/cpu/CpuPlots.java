// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.cpu;

import io.wasmwhisk.cli.bench.plot.Bars;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/** First activations and peaks as plots. */
public final class CpuPlots {
  private final List<CpuResult> results;

  /** Plots of these results. */
  public CpuPlots(List<CpuResult> results) {
    this.results = List.copyOf(results);
  }

  /**
   * Writes {@code cpu-first} and {@code cpu-peak}, each as PNG and SVG.
   *
   * @throws IOException when a file cannot be written
   */
  public void write(Path directory) throws IOException {
    bars("Activation #1", CpuResult::firstMillis).write(directory, "cpu-first");
    bars("Peak: the median of the last ten activations", CpuResult::peakMillis)
        .write(directory, "cpu-peak");
  }

  private Bars bars(String title, ToDoubleBiFunction<CpuResult, String> value) {
    Bars bars =
        new Bars(title, "ms", results.stream().map(result -> result.program().name()).toList());
    results.stream()
        .flatMap(result -> result.scores().stream())
        .map(CpuScore::contender)
        .distinct()
        .forEach(
            contender ->
                bars.add(
                    contender,
                    results.stream()
                        .map(result -> value.applyAsDouble(result, contender))
                        .toList()));
    return bars;
  }
}
