// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.plot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/** Values over a number: a line for each contender. Both axes begin at zero. */
public final class Lines {
  private final String title;
  private final String across;
  private final String unit;
  private final Map<String, List<Point>> series = new LinkedHashMap<>();

  /** A value at a number. */
  public record Point(double x, double y) {}

  /**
   * An empty plot.
   *
   * @param across what the numbers count
   * @param unit of the values
   */
  public Lines(String title, String across, String unit) {
    this.title = title;
    this.across = across;
    this.unit = unit;
  }

  /** Adds a contender; points without a value (NaN) are left out. */
  public void add(String contender, List<Point> points) {
    List<Point> known = new ArrayList<>(points);
    known.removeIf(point -> Double.isNaN(point.y()));
    if (!known.isEmpty()) {
      series.put(contender, known);
    }
  }

  /**
   * Writes {@code name.png} and {@code name.svg}; nothing when there are no points at all.
   *
   * @throws IOException when a file cannot be written
   */
  public void write(Path directory, String name) throws IOException {
    if (!series.isEmpty()) {
      Drawing.write(chart(), directory, name);
    }
  }

  private XYChart chart() {
    XYChart chart =
        new XYChartBuilder()
            .width(Drawing.WIDTH)
            .height(Drawing.HEIGHT)
            .title(title)
            .xAxisTitle(across)
            .yAxisTitle(unit)
            .build();
    Drawing.style(chart.getStyler());
    chart.getStyler().setXAxisMin(0.0);
    chart.getStyler().setYAxisMin(0.0);
    series.forEach(
        (contender, points) ->
            chart.addSeries(
                contender,
                points.stream().map(Point::x).toList(),
                points.stream().map(Point::y).toList()));
    return chart;
  }
}
