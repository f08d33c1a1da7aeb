// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FloorSettingsTest {
  @Test
  void callsAreDividedIntoRounds() {
    FloorSettings settings = new FloorSettings(Duration.ZERO, 20, 4_000, 20, Duration.ZERO);

    assertThat(settings.callsOf(Phase.WARM)).isEqualTo(200);
    assertThat(settings.callsOf(Phase.COLD)).isEqualTo(1);
  }

  @Test
  void everyRoundHasACall() {
    assertThatThrownBy(() -> new FloorSettings(Duration.ZERO, 20, 4_000, 19, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("4000 warm and 19 cold calls are too few for 20 rounds of at least one each");
  }
}
