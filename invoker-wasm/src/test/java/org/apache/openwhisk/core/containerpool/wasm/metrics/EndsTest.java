// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every end of an activation has a value of the metric's tag. */
class EndsTest {
  private static final List<Outcome> OUTCOMES =
      List.of(
          new Outcome.Result("{}"),
          new Outcome.ResultTooLarge("", 2, 1),
          new Outcome.BadResult("", "no JSON"),
          new Outcome.Exited(1),
          new Outcome.Failed(1, "{\"error\":\"e\"}"),
          new Outcome.Trapped("unreachable"),
          new Outcome.TimedOut(Duration.ofSeconds(1)),
          new Outcome.CpuExhausted(Duration.ofSeconds(2), Duration.ofSeconds(1)),
          new Outcome.MemoryExhausted(1),
          new Outcome.BudgetExhausted(1),
          new Outcome.NotRunnable("no import"),
          new Outcome.Cancelled(),
          new Outcome.Overloaded("too many"),
          new Outcome.NeverStarted(Duration.ofSeconds(1), Duration.ofSeconds(1), 1, 1));

  @Test
  void everyOutcomeIsCounted() {
    assertThat(OUTCOMES.stream().<Class<?>>map(Outcome::getClass).toList())
        .containsExactlyInAnyOrder(Outcome.class.getPermittedSubclasses());
    assertThat(OUTCOMES.stream().map(CountedContainer::cause))
        .isSubsetOf(Metric.ACTIVATION.tagValues());
  }
}
