// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.cli.bench.plot.Lines.Point;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinesTest {
  @Test
  void bothFormatsAreWritten(@TempDir Path directory) throws Exception {
    Lines lines = new Lines("Throughput", "calls in flight", "answers a second");
    lines.add("one", List.of(new Point(1, 10), new Point(2, 19.5)));
    lines.add("who lacks one", List.of(new Point(1, Double.NaN), new Point(2, 3)));

    lines.write(directory.resolve("new"), "lines");

    assertThat(ImageIO.read(directory.resolve("new/lines.png").toFile()).getWidth())
        .isEqualTo(1000);
    assertThat(Files.readString(directory.resolve("new/lines.svg")))
        .contains("<svg", "width=\"1000\"", "<path");
  }

  @Test
  void withoutAnyPointThereIsNoPlot(@TempDir Path directory) throws Exception {
    Lines lines = new Lines("Throughput", "calls in flight", "answers a second");
    lines.add("one", List.of(new Point(1, Double.NaN)));

    lines.write(directory, "lines");

    assertThat(directory).isEmptyDirectory();
  }
}
