// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeriesTest {
  private static final SplittableRandom RANDOM = new SplittableRandom(1);

  @Test
  void theRatioIsThatOfTheMedians() {
    Series series =
        Series.of(
            Phase.WARM,
            List.of(List.of(new Pair<>(warm(110, 230, 990), warm(100, 200, 300)))),
            RANDOM);

    assertThat(series.ratio().value()).isEqualTo(1.15);
  }

  @Test
  void atTheBoundItHoldsAndAboveItDoesNot() {
    assertThat(of(1_150, 1_000).held()).isTrue();
    assertThat(of(1_151, 1_000).held()).isFalse();
  }

  @Test
  void newCodeHasNoBound() {
    Series series =
        Series.of(Phase.NEW_CODE, List.of(List.of(new Pair<>(cold(900), cold(1)))), RANDOM);

    assertThat(series.held()).isTrue();
  }

  @Test
  void theIntervalIsThatOfTheRounds() {
    Pair<List<Call>> slow = new Pair<>(warm(200), warm(100));
    Pair<List<Call>> even = new Pair<>(warm(100), warm(100));

    assertThat(Ratio.of(List.of(Collections.nCopies(10, slow)), RANDOM))
        .isEqualTo(new Ratio(2, 2, 2));
    Ratio mixed = Ratio.of(List.of(List.of(slow, even, slow, even, slow, even)), RANDOM);
    assertThat(mixed.low()).isEqualTo(1);
    assertThat(mixed.high()).isEqualTo(2);
  }

  @Test
  void serversCountTogetherAndEachByItself() {
    Series series =
        Series.of(
            Phase.WARM,
            List.of(
                List.of(new Pair<>(warm(110), warm(100))),
                List.of(new Pair<>(warm(240), warm(200))),
                List.of(new Pair<>(warm(390), warm(300)))),
            RANDOM);

    assertThat(series.ratio().value()).isEqualTo(1.2);
    assertThat(series.ratios()).containsExactly(1.1, 1.2, 1.3);
    assertThat(series.ratio().low()).isEqualTo(1.1);
    assertThat(series.ratio().high()).isEqualTo(1.3);
  }

  @Test
  void callsThatAreNotWhatThePhaseWantsAreLeftOutAndCounted() {
    Series warm =
        Series.of(
            Phase.WARM,
            List.of(
                List.of(new Pair<>(List.of(new Call(9, 0, 1, 1), new Call(2, 0, -1, 1)), warm(2)))),
            RANDOM);

    assertThat(warm.others()).isEqualTo(1);
    assertThat(warm.calls(Side.WASM)).containsExactly(new Call(2, 0, -1, 1));
    assertThat(warm.ratio().value()).isEqualTo(1);
  }

  @Test
  void aSpreadHasItsQuantilesAndVariation() {
    Spread spread =
        Spread.ofTimes(LongStream.rangeClosed(1, 100).mapToObj(SeriesTest::millis).toList());

    assertThat(spread.least()).isEqualTo(1);
    assertThat(spread.p50()).isEqualTo(50);
    assertThat(spread.p99()).isEqualTo(99);
    assertThat(spread.variation()).isCloseTo(0.5716, within(0.0001));
  }

  private static Series of(long wasm, long echo) {
    return Series.of(Phase.WARM, List.of(List.of(new Pair<>(warm(wasm), warm(echo)))), RANDOM);
  }

  private static Call millis(long millis) {
    return new Call(millis * 1_000_000, 0, -1, 0);
  }

  private static List<Call> warm(long... nanos) {
    return LongStream.of(nanos).mapToObj(each -> new Call(each, 0, -1, 0)).toList();
  }

  private static List<Call> cold(long... nanos) {
    return LongStream.of(nanos).mapToObj(each -> new Call(each, 0, 0, 0)).toList();
  }
}
