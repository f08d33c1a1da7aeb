// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler;

/**
 * Groups of bars on a logarithmic axis: a group for each subject, a bar in it for each contender.
 */
public final class Bars {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 560;

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
    Files.createDirectories(directory);
    CategoryChart chart = chart();
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    chart.paint(graphics, WIDTH, HEIGHT);
    graphics.dispose();
    ImageIO.write(image, "png", directory.resolve(name + ".png").toFile());
    SVGGraphics2D vectors = svg();
    chart.paint(vectors, WIDTH, HEIGHT);
    try (BufferedWriter out = Files.newBufferedWriter(directory.resolve(name + ".svg"))) {
      vectors.stream(out, true);
    }
  }

  private CategoryChart chart() {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .yAxisTitle(unit)
            .build();
    chart.getStyler().setYAxisLogarithmic(true);
    chart.getStyler().setYAxisMin(bound(-1)); // else it is 0, of which there is no logarithm
    chart.getStyler().setYAxisMax(bound(1));
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
    chart.getStyler().setLegendLayout(Styler.LegendLayout.Horizontal);
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

  private static SVGGraphics2D svg() {
    try {
      return new SVGGraphics2D(
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .getDOMImplementation()
              .createDocument("http://www.w3.org/2000/svg", "svg", null));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this JVM cannot make XML documents", e);
    }
  }
}
