// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SamplesTest {
  @Test
  void quantilesAreValuesThatWereMeasured() {
    Samples samples = Samples.of(0, 0, LongStream.rangeClosed(1, 100).toArray());

    assertThat(samples.median()).isEqualTo(50);
    assertThat(samples.quantile(0.99)).isEqualTo(99);
    assertThat(samples.quantile(1)).isEqualTo(100);
    assertThat(Samples.of(0, 0, 7).quantile(0.01)).isEqualTo(7);
  }

  @Test
  void variationIsStandardDeviationOverMean() {
    assertThat(Samples.of(0, 0, 2, 4, 6).variation()).isCloseTo(0.4082, within(1e-4));
    assertThat(Samples.of(0, 0, 5, 5).variation()).isZero();
  }

  @Test
  void ratesCountAllCallsOfAllThreads() {
    Samples samples = Samples.of(2_000_000_000, 600, 1, 1, 1, 1);

    assertThat(samples.perSecond()).isEqualTo(2);
    assertThat(samples.cpuPerCall()).isEqualTo(150);
  }

  @Test
  void withoutCallsThereAreNoNumbers() {
    Samples none = Samples.of(0, 0);

    assertThat(none.median()).isNaN();
    assertThat(none.variation()).isNaN();
  }

  @Test
  void measurementsAreJoinedInTheirOrder() {
    Samples joined = Samples.joined(List.of(Samples.of(10, 3, 9, 1), Samples.of(5, 2, 5)));

    assertThat(joined.values()).containsExactly(9L, 1L, 5L);
    assertThat(joined.wallNanos()).isEqualTo(15);
    assertThat(joined.cpuNanos()).isEqualTo(5);
  }

  @Test
  void theWordsOfAPeerAreRead() {
    Samples samples = Samples.parse(Stream.of("100", "40", "30", "20"));

    assertThat(samples.wallNanos()).isEqualTo(100);
    assertThat(samples.cpuNanos()).isEqualTo(40);
    assertThat(samples.values()).containsExactly(30L, 20L);
  }
}
