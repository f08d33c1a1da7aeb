// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.sleep;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.cli.json.JsonMembers;
import java.util.List;
import org.junit.jupiter.api.Test;

class NapsTest {
  private static final long WANTED = 5_000;

  private static Nap slept(long start, long duration, long slept) {
    return new Nap.Slept(start, start + duration, duration, slept, false);
  }

  @Test
  void eachThatSleptAtOnceIsProvenByItsOwnClockAndItsRecord() {
    Naps naps = new Naps(WANTED, List.of(slept(0, 5_010, 5_000), slept(4_000, 5_020, 5_001)));

    assertThat(naps.complaints()).isEmpty();
    assertThat(naps.underWay()).isEqualTo(2);
    assertThat(naps.asleep()).isEqualTo(2);
  }

  /** As in the published data, where "5 s sleeps" took 5 ms. */
  @Test
  void aSleepThatWasNoneIsFound() {
    Naps naps = new Naps(WANTED, List.of(slept(0, 5_010, 5_000), slept(0, 5, 4)));

    assertThat(naps.complaints())
        .containsExactly(
            "1 of 2 slept for less than 5000 ms; the first: 4 ms by its own clock, 5 ms by its"
                + " record");
  }

  @Test
  void neitherClockIsTrustedAlone() {
    assertThat(new Naps(WANTED, List.of(slept(0, 4_999, 5_000))).complaints())
        .containsExactly(
            "1 of 1 slept for less than 5000 ms; the first: 5000 ms by its own clock, 4999 ms by"
                + " its record");
    assertThat(new Naps(WANTED, List.of(slept(0, 9_000, 4_999))).complaints())
        .containsExactly(
            "1 of 1 slept for less than 5000 ms; the first: 4999 ms by its own clock, 9000 ms by"
                + " its record");
  }

  @Test
  void onesThatSleptOneAfterTheOtherDidNotSleepAtOnce() {
    Naps naps = new Naps(WANTED, List.of(slept(0, 5_000, 5_000), slept(5_000, 5_000, 5_000)));

    assertThat(naps.complaints())
        .containsExactly(
            "1 of 2 were asleep at once, 1 under way: they were not all begun within 5000 ms");
  }

  /** Under way for long because it waited for its start: nobody knows when it slept. */
  @Test
  void whoWaitedForAsLongAsItSleptIsNotCountedAsAsleep() {
    Naps naps = new Naps(WANTED, List.of(slept(0, 5_000, 5_000), slept(0, 10_001, 5_000)));

    assertThat(naps.underWay()).isEqualTo(2);
    assertThat(naps.asleep()).isEqualTo(1);
    assertThat(naps.complaints())
        .containsExactly(
            "1 of 2 were asleep at once, 2 under way: they were not all begun within 5000 ms");
  }

  @Test
  void everyOtherEndIsNamed() {
    Naps naps =
        new Naps(
            WANTED,
            List.of(
                new Nap.Refused("status 429: Too many."),
                new Nap.Refused("status 500: no"),
                new Nap.Lost("activation f00"),
                new Nap.Failed("{\"status\":\"action developer error\"}"),
                slept(0, 5_000, 5_000)));

    assertThat(naps.complaints())
        .containsExactly(
            "2 of 5 were refused; the first: status 429: Too many.",
            "1 of 5 have no record; the first: activation f00",
            "1 of 5 failed; the first: {\"status\":\"action developer error\"}");
    assertThat(naps.count(Nap.Refused.class)).isEqualTo(2);
  }

  @Test
  void recordsAreRead() {
    assertThat(
            Nap.of(
                JsonMembers.of(
                    """
                    {"start":1000,"end":6010,"duration":5010,
                     "annotations":[{"key":"initTime","value":7}],
                     "response":{"status":"success","result":{"sleptMs":5001}}}""")))
        .isEqualTo(new Nap.Slept(1_000, 6_010, 5_010, 5_001, true));
    assertThat(
            Nap.of(
                JsonMembers.of(
                    """
                    {"start":1000,"response":{"status":"application error","result":{"error":"x"}}}\
                    """)))
        .isEqualTo(
            new Nap.Failed("{\"status\":\"application error\",\"result\":{\"error\":\"x\"}}"));
    assertThat(Nap.of(JsonMembers.of("{\"error\":\"no\"}")))
        .isEqualTo(new Nap.Failed("{\"error\":\"no\"}"));
  }
}
