// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.guests;

import io.wasmwhisk.cli.bench.plot.Bars;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The medians as plots, one for each measure that says something. */
public final class GuestsPlots {
  private static final List<Measure> SHOWN =
      List.of(Measure.NEW, Measure.COLD, Measure.PAUSED, Measure.ONE_THREAD);

  private final List<GuestResult> results;

  /** Plots of these results. */
  public GuestsPlots(List<GuestResult> results) {
    this.results = List.copyOf(results);
  }

  /**
   * Writes {@code guests-MEASURE.png} and {@code .svg} for each.
   *
   * @throws IOException when a file cannot be written
   */
  public void write(Path directory) throws IOException {
    List<String> guests = results.stream().map(result -> result.guest().name()).toList();
    for (Measure measure : SHOWN) {
      Bars bars = new Bars("hello, JSON in and out: " + measure.words() + ", median", "µs", guests);
      contenders().forEach(each -> bars.add(each, medians(each, measure)));
      bars.write(directory, "guests-" + measure.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }

  private List<String> contenders() {
    return results.stream()
        .flatMap(result -> result.scores().stream())
        .map(Score::contender)
        .distinct()
        .toList();
  }

  private List<Double> medians(String contender, Measure measure) {
    return results.stream()
        .map(
            result ->
                result.scores().stream()
                    .filter(score -> score.contender().equals(contender))
                    .map(score -> score.medianMicros(measure))
                    .findFirst()
                    .orElse(Double.NaN))
        .toList();
  }
}
