// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class GaugeTest {
  private static final String STATUS = "Name:\tjava\nVmHWM:\t  900 kB\nVmRSS:\t  400 kB\n";
  private static final String MEMORY =
      "MemTotal:        1000 kB\nMemFree:          100 kB\nMemAvailable:     300 kB\n";

  @Test
  @EnabledOnOs(OS.LINUX)
  void aProcessIsSeenWhileItWorks() throws Exception {
    try (Gauge gauge = Gauge.of(OptionalLong.of(ProcessHandle.current().pid()))) {
      long end = System.nanoTime() + Duration.ofMillis(300).toNanos();
      while (System.nanoTime() - end < 0) {
        Thread.onSpinWait();
      }
      Usage usage = gauge.lap();

      assertThat(usage.wallNanos()).isGreaterThanOrEqualTo(Duration.ofMillis(300).toNanos());
      assertThat(usage.cpuNanos()).isPositive();
      assertThat(usage.machineNanos()).isPositive();
      assertThat(usage.resident()).isGreaterThan(1 << 20);
      assertThat(usage.machineUsed()).isGreaterThan(usage.resident() / 2);
    }
  }

  @Test
  void withoutAProcessThereIsTimeOnly() throws Exception {
    try (Gauge gauge = Gauge.of(OptionalLong.empty())) {
      Usage usage = gauge.lap();

      assertThat(usage.wallNanos()).isPositive();
      assertThat(usage).isEqualTo(new Usage(usage.wallNanos(), 0, 0, 0, 0));
    }
  }

  @Test
  void aProcessThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Gauge.of(OptionalLong.of(1L << 40)))
        .isInstanceOf(IOException.class)
        .hasMessage("there is no process 1099511627776 on this machine");
  }

  @Test
  void numbersAreReadAsLinuxWritesThem(@TempDir Path directory) throws Exception {
    Files.writeString(directory.resolve("status"), STATUS);
    Files.writeString(directory.resolve("meminfo"), MEMORY);
    Files.writeString(directory.resolve("stat"), "cpu  1 2 3 1000 2000 4 5 600 0 0\ncpu0 1 1\n");

    assertThat(ProcFiles.resident(directory)).isEqualTo(400 << 10);
    assertThat(ProcFiles.used(directory)).isEqualTo(700 << 10);
    assertThat(ProcFiles.busyNanos(directory)).isEqualTo(Duration.ofMillis(150).toNanos());
    assertThat(ProcFiles.used(directory.resolve("nowhere"))).isZero();
    assertThat(ProcFiles.busyNanos(directory.resolve("nowhere"))).isZero();
  }

  @Test
  void usagesAddUp() {
    Usage sum = Usage.sum(List.of(new Usage(100, 50, 80, 7, 9), new Usage(300, 150, 240, 8, 8)));

    assertThat(sum).isEqualTo(new Usage(400, 200, 320, 8, 9));
    assertThat(sum.processors()).isEqualTo(0.5);
    assertThat(sum.machineProcessors()).isEqualTo(0.8);
    assertThat(Usage.NONE.processors()).isZero();
  }
}
