// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler;

/** What all plots have in common: their size, their look, their two files. */
final class Drawing {
  static final int WIDTH = 1000;
  static final int HEIGHT = 560;

  private Drawing() {}

  static void style(Styler styler) {
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setLegendPosition(Styler.LegendPosition.OutsideS);
    styler.setLegendLayout(Styler.LegendLayout.Horizontal);
  }

  /** Writes {@code name.png} and {@code name.svg}. */
  static void write(Chart<?, ?> chart, Path directory, String name) throws IOException {
    Files.createDirectories(directory);
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
