// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.density;

import io.wasmwhisk.cli.bench.plot.Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;

/** Heap and memory of the process over the number of actions, in each state. */
public final class DensityPlots {
  private static final double MIB = 1 << 20;

  private final List<Population> populations;

  /** Plots of a report. */
  public DensityPlots(DensityReport report) {
    this.populations = report.populations();
  }

  /**
   * Writes {@code density-heap} and {@code density-rss}, each as PNG and SVG.
   *
   * @throws IOException when a file cannot be written
   */
  public void write(Path directory) throws IOException {
    write(directory, "density-heap", "Heap after a collection", Look::heap);
    write(directory, "density-rss", "Memory of the process", Look::resident);
  }

  private void write(Path directory, String name, String title, ToLongFunction<Look> value)
      throws IOException {
    Lines lines = new Lines(title, "actions", "MiB");
    lines.add("deployed", points(each -> value.applyAsLong(each.deployed())));
    lines.add("idle containers", points(each -> value.applyAsLong(each.idle())));
    lines.add("running instances", points(each -> value.applyAsLong(each.running())));
    lines.write(directory, name);
  }

  private List<Lines.Point> points(ToLongFunction<Population> bytes) {
    return populations.stream()
        .map(each -> new Lines.Point(each.actions(), bytes.applyAsLong(each) / MIB))
        .toList();
  }
}
