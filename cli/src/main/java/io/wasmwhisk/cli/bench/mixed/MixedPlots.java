// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.mixed;

import io.wasmwhisk.cli.bench.plot.Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The figures over the share that computes. */
public final class MixedPlots {
  private static final String ACROSS = "calls that compute, %";

  private final List<Mix> all;

  /** Plots of these mixes. */
  public MixedPlots(List<Mix> all) {
    this.all = List.copyOf(all);
  }

  /**
   * Writes {@code mixed-throughput} and {@code mixed-net} as PNG and SVG.
   *
   * @throws IOException when a file cannot be written
   */
  public void write(Path directory) throws IOException {
    plot("Throughput", "answers a second", Mix::perSecond, directory, "mixed-throughput");
    plot(
        "A call that waits for 300 ms, among those that compute: p99 from the request to the answer",
        "ms",
        mix -> mix.nets().times().p99(),
        directory,
        "mixed-net");
  }

  private void plot(
      String title, String unit, ToDoubleFunction<Mix> value, Path directory, String name)
      throws IOException {
    Lines lines = new Lines(title, ACROSS, unit);
    for (String kind : all.stream().map(each -> each.kind().name()).distinct().toList()) {
      lines.add(
          kind,
          all.stream()
              .filter(each -> each.kind().name().equals(kind))
              .map(each -> new Lines.Point(each.share(), value.applyAsDouble(each)))
              .toList());
    }
    lines.write(directory, name);
  }
}
