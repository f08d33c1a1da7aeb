// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.standalone.json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsPutTest {
  private static final LimitRanges RANGES =
      new LimitRanges(
          new LimitRange(100, 300_000, 60_000),
          new LimitRange(8, 512, 256),
          new LimitRange(0, 10, 10),
          new LimitRange(1, 50, 1));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"timeout\":100} |",
        "{\"timeout\":99} | duration 99 milliseconds below allowed threshold of 100 milliseconds",
        "{\"timeout\":300000} |",
        "{\"timeout\":300001} | duration 300001 milliseconds exceeds allowed threshold of 300000 milliseconds",
        "{\"memory\":8} |",
        "{\"memory\":7} | memory size 7 MB below allowed threshold of 8 MB",
        "{\"memory\":512} |",
        "{\"memory\":513} | memory size 513 MB exceeds allowed threshold of 512 MB",
        "{\"logs\":0} |",
        "{\"logs\":10} |",
        "{\"logs\":11} | log size 11 MB exceeds allowed threshold of 10 MB",
        "{\"concurrency\":1} |",
        "{\"concurrency\":0} | concurrency 0 below allowed threshold of 1",
        "{\"concurrency\":50} |",
        "{\"concurrency\":51} | concurrency 51 exceeds allowed threshold of 50",
      })
  void eachLimitIsCheckedAtItsEnds(String limits, String violation) {
    assertThat(RANGES.violation(read(limits)).orElse(null))
        .isEqualTo(violation == null ? null : "requirement failed: " + violation);
  }

  @Test
  void aNumberBeyondAllIntsIsBeyondTheRangeAndCostsNothing() {
    assertThat(read("{\"memory\":1e999999999}").memory()).contains(Integer.MAX_VALUE);
    assertThat(read("{\"timeout\":-1e999999999}").timeout()).contains(-1L);
  }

  @Test
  void aFractionIsNoLimit() {
    assertThatThrownBy(() -> read("{\"memory\":1.5}"))
        .hasMessage("requirement failed: memory limit must be whole number");
    assertThat(read("{\"memory\":128.0}").memory()).contains(128);
  }

  @Test
  void whatIsNotAskedForStays() {
    ActionLimits base = RANGES.standard();
    ActionLimits changed = read("{\"logs\":3}").over(base);
    assertThat(changed)
        .isEqualTo(
            new ActionLimits(
                base.timeoutMillis(), base.memoryMb(), 3, base.concurrency(), base.instances()));
  }

  @Test
  void aRangeMustBeInOrder() {
    assertThatThrownBy(() -> new LimitRange(2, 3, 1))
        .hasMessage("min <= std <= max must hold: min 2, std 1, max 3");
  }

  private static LimitsPut read(String json) {
    return LimitsPut.fromJson(new JsonText(10).parse(json));
  }
}
