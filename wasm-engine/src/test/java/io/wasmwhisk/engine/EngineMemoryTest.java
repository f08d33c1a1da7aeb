// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.binary.Wat;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One guest against a budget of 4 MiB, of which anyone may have three. */
class EngineMemoryTest {
  private static final Outcome EXHAUSTED = new Outcome.BudgetExhausted(4 << 20);
  private static final Limits LIMITS = Limits.DEFAULTS.withTime(Duration.ofSeconds(30));

  private static WasmEngine engine;

  @BeforeAll
  static void start() {
    engine = WasmEngine.create(SuiteEngine.SETTINGS.withMemoryBudgetBytes(4 << 20));
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @Test
  void growingWithinTheBudget() throws Exception {
    assertThat(run(Guests.growing(20), "{}")).isEqualTo(new Outcome.Result("{}"));
    assertThat(engine.memory().used()).isZero();
  }

  @Test
  void growingPastTheBudget() throws Exception {
    Outcome outcome = run(Guests.growing(48), "{}");

    assertThat(outcome).isEqualTo(EXHAUSTED);
    assertThat(outcome.describe())
        .isEqualTo(
            "The guest got no more memory: the engine's budget for all guests of 4 MiB is used up.");
    assertThat(engine.memory().used()).isZero();
  }

  @Test
  void growingPastTheLimitIsNotTheBudgetsFault() throws Exception {
    Limits limits = LIMITS.withMemoryBytes(1 << 20);

    assertThat(
            engine.compile(Guests.growing(16)).start(invocation("{}", limits)).completion().get())
        .extracting(Completion::outcome)
        .isEqualTo(new Outcome.MemoryExhausted(1 << 20));
  }

  @Test
  void anInstanceThatNeverFits() throws Exception {
    assertThat(run(Wat.module("(module (memory 48) (func (export \"_start\")))"), "{}"))
        .isEqualTo(EXHAUSTED);
  }

  @Test
  void aTableThatNeverFits() throws Exception {
    String module = "(module (table 500000 funcref) (func (export \"_start\")))";

    assertThat(run(Wat.module(module), "{}")).isEqualTo(EXHAUSTED);
  }

  @Test
  void parametersThatNeverFit() throws Exception {
    String input = "{\"a\":\"%s\"}".formatted("x".repeat(1 << 20));

    assertThat(run(Guests.growing(1), input)).isEqualTo(EXHAUSTED);
  }

  @Test
  void aResultThatDoesNotFit() throws Exception {
    assertThat(run(writing(10), "{}")).isEqualTo(EXHAUSTED);
    assertThat(engine.memory().used()).isZero();
  }

  /** Writes one line of so many pieces of 64 KiB. */
  private static byte[] writing(int pieces) {
    return Wat.module(
        """
        (module
          (import "wasi_snapshot_preview1" "fd_write"
            (func $write (param i32 i32 i32 i32) (result i32)))
          (memory (export "memory") 2)
          (data (i32.const 0) "\\00\\00\\01\\00\\00\\00\\01\\00")
          (func (export "_start") (local $left i32)
            (memory.fill (i32.const 65536) (i32.const 65) (i32.const 65536))
            (local.set $left (i32.const %d))
            (loop $more
              (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 16)))
              (local.set $left (i32.sub (local.get $left) (i32.const 1)))
              (br_if $more (local.get $left)))))
        """
            .formatted(pieces));
  }

  private static Invocation invocation(String input, Limits limits) {
    return new Invocation(input, Map.of(), limits);
  }

  private static Outcome run(byte[] module, String input) throws Exception {
    return engine.compile(module).start(invocation(input, LIMITS)).completion().get().outcome();
  }
}
