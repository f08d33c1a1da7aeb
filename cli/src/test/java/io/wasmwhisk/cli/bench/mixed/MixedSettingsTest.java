// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixedSettingsTest {
  private static MixedSettings settings(List<Integer> shares, int requests, int samples) {
    return new MixedSettings(shares, requests, samples, Duration.ZERO, Duration.ZERO);
  }

  @ParameterizedTest
  @CsvSource({"10, 40", "25, 100", "90, 360", "0, 0", "100, 400"})
  void allSamplesTogetherHaveTheShare(int share, long computing) {
    List<List<Boolean>> drawn = settings(List.of(share), 8, 50).draw(share, new Random(1));

    assertThat(drawn).hasSize(50).allMatch(sample -> sample.size() == 8);
    assertThat(drawn.stream().flatMap(List::stream).filter(each -> each)).hasSize((int) computing);
  }

  @Test
  void whatMeasuresNothingIsRefused() {
    assertThatThrownBy(() -> settings(List.of(50), 0, 50))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("50 samples of 0 calls measure nothing: at least 1 of each");
    assertThatThrownBy(() -> settings(List.of(50, 101), 8, 50))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a share of 101 % is none: 0 to 100");
  }
}
