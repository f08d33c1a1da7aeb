// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BarsTest {
  @Test
  void bothFormatsAreWritten(@TempDir Path directory) throws Exception {
    Bars bars = new Bars("Times", "µs", List.of("c", "rust"));
    bars.add("one", List.of(0.5, 2_000.0));
    bars.add("who lacks one", List.of(Double.NaN, 30.0));

    bars.write(directory.resolve("new"), "times");

    assertThat(ImageIO.read(directory.resolve("new/times.png").toFile()).getWidth())
        .isEqualTo(1000);
    assertThat(Files.readString(directory.resolve("new/times.svg")))
        .contains("<svg", "width=\"1000\"", "<path");
  }
}
