// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.wasmwhisk.engine.binary.InvalidModuleException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an engine says of itself: values, read by its host when that likes. */
class EngineStatisticsTest {
  private static final long BUDGET = 64L << 20;

  private final WasmEngine engine =
      WasmEngine.create(
          SuiteEngine.SETTINGS
              .withMemoryBudgetBytes(BUDGET)
              .withConcurrency(new Concurrency(2, 1, 1, 10)));

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aModuleIsCompiledForTheFirstWhoAsks() throws Exception {
    LoadedModule first = engine.load(Guests.built("c/hello"));
    LoadedModule second = engine.load(Guests.built("c/hello"));

    assertThat(first.compilation().orElseThrow()).isPositive();
    assertThat(second.compilation()).isEmpty();
    assertThat(second.module()).isSameAs(first.module());
    assertThat(catchThrowable(() -> engine.load(new byte[8])))
        .isInstanceOf(InvalidModuleException.class);

    EngineStatistics all = engine.statistics();
    assertThat(all.modules().hits()).isEqualTo(1);
    assertThat(all.modules().misses()).isEqualTo(2);
    assertThat(all.modules().failures()).isEqualTo(1);
    assertThat(all.modules().cached()).isEqualTo(1);
    assertThat(all.modules().bytes()).isGreaterThan(Guests.built("c/hello").length);
    assertThat(all.modules().compiling()).isGreaterThanOrEqualTo(first.compilation().get());
  }

  @Test
  void theTimeOfAnActivationIsToldApart() throws Exception {
    CompiledModule sleep = engine.compile(Guests.built("c/sleep"));
    Activation running = sleep.start(sleeping(300));
    Activation waiting = sleep.start(sleeping(1));
    assertThat(engine.statistics().load().started()).isEqualTo(1);
    assertThat(engine.statistics().load().queued()).isEqualTo(1);
    assertThat(engine.statistics().memory().budget()).isEqualTo(BUDGET);

    Completion first = running.completion().get();
    assertThat(first.instantiation()).isPositive().isLessThan(Duration.ofSeconds(30));
    assertThat(first.cpu()).isPositive();
    assertThat(waiting.completion().get().waited()).isGreaterThanOrEqualTo(Duration.ofMillis(250));
  }

  @Test
  void whoNeverStartsHasOnlyWaited() throws Exception {
    CompiledModule sleep = engine.compile(Guests.built("c/sleep"));
    Activation running = sleep.start(sleeping(60_000));
    Activation waiting =
        sleep.start(
            new Invocation(
                "{\"ms\":1}", Map.of(), Limits.DEFAULTS.withTime(Duration.ofMillis(100))));

    Completion never = waiting.completion().get();
    assertThat(never.outcome()).isInstanceOf(Outcome.NeverStarted.class);
    assertThat(never.waited()).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    assertThat(never.instantiation()).isZero();
    assertThat(never.cpu()).isZero();
    running.cancel();
  }

  private static Invocation sleeping(int millis) {
    return new Invocation("{\"ms\":%d}".formatted(millis), Map.of(), Limits.DEFAULTS);
  }
}
