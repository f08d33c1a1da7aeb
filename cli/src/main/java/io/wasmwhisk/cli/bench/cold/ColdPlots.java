// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.cold;

import io.wasmwhisk.cli.bench.plot.Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The figures over the number of calls at once, as the thesis plots them. */
public final class ColdPlots {
  private static final String ACROSS = "new actions called at once";

  private final List<Rounds> all;

  /** Plots of these rounds. */
  public ColdPlots(List<Rounds> all) {
    this.all = List.copyOf(all);
  }

  /**
   * Writes {@code cold-starts} and {@code cold-last} as PNG and SVG.
   *
   * @throws IOException when a file cannot be written
   */
  public void write(Path directory) throws IOException {
    plot(
        "Cold start: mean of waitTime and initTime",
        rounds -> rounds.cold().starts().mean(),
        directory,
        "cold-starts");
    plot(
        "From the first request to the last answer, median",
        rounds -> rounds.last().p50(),
        directory,
        "cold-last");
  }

  private void plot(String title, ToDoubleFunction<Rounds> value, Path directory, String name)
      throws IOException {
    Lines lines = new Lines(title, ACROSS, "ms");
    for (String line : all.stream().map(ColdPlots::line).distinct().toList()) {
      lines.add(
          line,
          all.stream()
              .filter(each -> line(each).equals(line))
              .map(each -> new Lines.Point(each.atOnce(), value.applyAsDouble(each)))
              .toList());
    }
    lines.write(directory, name);
  }

  private static String line(Rounds rounds) {
    return "%s, %s code".formatted(rounds.kind().name(), rounds.code().words());
  }
}
