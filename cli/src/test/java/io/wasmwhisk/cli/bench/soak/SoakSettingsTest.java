// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SoakSettingsTest {
  @Test
  void thereAreEightSamplesToCompare() {
    assertThat(settings(90, 10, 20).rate()).isEqualTo(20);
    assertThatThrownBy(() -> settings(89, 10, 20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "89 s with 10 s of warm-up have less than 8 samples to compare, one every 10 s");
  }

  @Test
  void theRateIsMoreThanNone() {
    assertThatThrownBy(() -> settings(90, 10, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a rate of 0.0 calls a second is none");
  }

  private static SoakSettings settings(long time, long warmUp, double rate) {
    return new SoakSettings(
        Duration.ofSeconds(time),
        Duration.ofSeconds(warmUp),
        rate,
        Duration.ofSeconds(5),
        Duration.ofSeconds(10));
  }
}
