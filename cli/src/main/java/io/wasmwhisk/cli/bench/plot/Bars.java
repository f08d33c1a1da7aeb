// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.plot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/**
 * Groups of bars on a logarithmic axis: a group for each subject, a bar in it for each contender.
 */
public final class Bars {
  private final String title;
  private final String unit;
  private final List<String> subjects;
  private final Map<String, List<Double>> series = new LinkedHashMap<>();

  /**
   * An empty plot.
   *
   * @param unit of the values
   * @param subjects the groups' names
   */
  public Bars(String title, String unit, List<String> subjects) {
    this.title = title;
    this.unit = unit;
    this.subjects = List.copyOf(subjects);
  }

  /** Adds a contender, with a value for each subject; NaN where it has none. */
  public void add(String contender, List<Double> values) {
    series.put(contender, List.copyOf(values));
  }

  /**
   * Writes {@code name.png} and {@code name.svg}.
   *
   * @throws IOException when a file cannot be written
   */
  public void write(Path directory, String name) throws IOException {
    Drawing.write(chart(), directory, name);
  }

  private CategoryChart chart() {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(Drawing.WIDTH)
            .height(Drawing.HEIGHT)
            .title(title)
            .yAxisTitle(unit)
            .build();
    chart.getStyler().setYAxisLogarithmic(true);
    chart.getStyler().setYAxisMin(bound(-1)); // else it is 0, of which there is no logarithm
    chart.getStyler().setYAxisMax(bound(1));
    Drawing.style(chart.getStyler());
    series.forEach((contender, values) -> chart.addSeries(contender, subjects, values));
    return chart;
  }

  /** The power of ten below all values, for -1, or above them, for 1. */
  private double bound(int side) {
    double outermost =
        series.values().stream()
            .flatMap(List::stream)
            .filter(value -> value > 0)
            .mapToDouble(value -> side * Math.log10(value))
            .max()
            .orElse(0);
    return Math.pow(10, side * Math.ceil(outermost));
  }
}
