// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wasmwhisk.cli.bench.process.Histogram;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrowthTest {
  @Test
  void itGoesFromTheMedianOfTheFirstQuarterToThatOfTheLast() {
    Growth growth = threads(i -> i);

    assertThat(growth.first()).isEqualTo(1);
    assertThat(growth.last()).isEqualTo(13);
    assertThat(growth.amount()).isEqualTo(12);
  }

  @Test
  void theSlopeIsPerHour() {
    assertThat(threads(i -> 2 * i).slope()).isCloseTo(720, within(1e-6));
  }

  @Test
  void aWildSampleMovesNeither() {
    Growth growth = threads(i -> i == 3 || i == 14 ? 1_000 : 50);

    assertThat(growth.amount()).isZero();
    assertThat(growth.slope()).isZero();
  }

  @Test
  void atTheBoundItHoldsAndAboveItDoesNot() {
    assertThat(threads(i -> i < 8 ? 50 : 52).held()).isTrue();
    assertThat(threads(i -> i < 8 ? 50 : 53).held()).isFalse();
    assertThat(threads(i -> i < 8 ? 50 : 10).held()).isTrue();
  }

  @Test
  void theBoundIsAShareOfTheFirstAndSomeMore() {
    Growth growth = Growth.of("heap", "MiB", samples(i -> 200), Sample::threads, 0.05, 16);

    assertThat(growth.bound()).isEqualTo(26);
  }

  private static Growth threads(IntUnaryOperator value) {
    return Growth.of("threads", "", samples(value), Sample::threads, 0, 2);
  }

  /** 16, ten seconds apart. */
  private static List<Sample> samples(IntUnaryOperator threads) {
    return IntStream.range(0, 16)
        .mapToObj(
            i ->
                new Sample(
                    10 * i,
                    new Histogram(0, 0, Map.of()),
                    0,
                    0,
                    threads.applyAsInt(i),
                    0,
                    new Sample.Calls(0, 0, 0),
                    0,
                    0,
                    0))
        .toList();
  }
}
