// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.binary.Wat;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Activations in instances that were made ahead are as all others. */
class ReadyInstanceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final WasmEngine engine = WasmEngine.create(SuiteEngine.SETTINGS);

  @AfterEach
  void close() {
    engine.close();
  }

  /** Calls it until its next instance is there. */
  private void warmUp(CompiledModule module, String input) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    do {
      run(module, input, Limits.DEFAULTS);
      long asked = System.nanoTime();
      while (engine.statistics().ready().instances() == 0
          && System.nanoTime() - asked < Duration.ofMillis(100).toNanos()) {
        Thread.onSpinWait();
      }
    } while (engine.statistics().ready().instances() == 0 && System.nanoTime() < end);
    assertThat(engine.statistics().ready().instances()).isEqualTo(1);
  }

  private static Completion run(CompiledModule module, String input, Limits limits)
      throws Exception {
    return module.start(new Invocation(input, Map.of(), limits)).completion().get();
  }

  @ParameterizedTest
  @ValueSource(strings = {"c/hello", "rust/hello"})
  void ofToolchainsGuests(String guest) throws Exception {
    CompiledModule hello = engine.compile(Guests.built(guest));
    Outcome cold = run(hello, "{\"name\":\"you\"}", Limits.DEFAULTS).outcome();
    warmUp(hello, "{\"name\":\"somebody else\"}");

    assertThat(run(hello, "{\"name\":\"you\"}", Limits.DEFAULTS).outcome()).isEqualTo(cold);
    assertThat(engine.statistics().ready().taken()).isPositive();
  }

  /** Its start function prints, and what it counts would be 2 in an instance that had run. */
  @Test
  void aStartFunctionRunsInTheActivation() throws Exception {
    CompiledModule starting =
        engine.compile(
            Wat.module(
                """
                (module
                  (import "wasi_snapshot_preview1" "fd_write"
                    (func $write (param i32 i32 i32 i32) (result i32)))
                  (memory (export "memory") 1)
                  (data (i32.const 0) "\\08\\00\\00\\00\\06\\00\\00\\00{\\22n\\22:0}\\n")
                  (func $print
                    (i32.store8 (i32.const 13) (i32.add (i32.load8_u (i32.const 13)) (i32.const 1)))
                    (i32.store (i32.const 4) (i32.const 8))
                    (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 16))))
                  (start $print)
                  (func (export "_start")))
                """));
    Outcome cold = run(starting, "{}", Limits.DEFAULTS).outcome();
    assertThat(cold).isInstanceOf(Outcome.Result.class);
    warmUp(starting, "{}");

    assertThat(run(starting, "{}", Limits.DEFAULTS).outcome()).isEqualTo(cold);
  }

  @Test
  void aDeadlineEndsIt() throws Exception {
    CompiledModule loop =
        engine.compile(
            Wat.module(
                "(module (memory (export \"memory\") 1) (func (export \"_start\") (loop br 0)))"));
    Limits limits = Limits.DEFAULTS.withTime(Duration.ofMillis(20));
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (engine.statistics().ready().taken() == 0 && System.nanoTime() < end) {
      assertThat(run(loop, "{}", limits).outcome()).isInstanceOf(Outcome.TimedOut.class);
    }

    assertThat(engine.statistics().ready().taken()).isPositive();
  }

  @Test
  void theMemoryLimitIsTheActivations() throws Exception {
    CompiledModule growing = engine.compile(Guests.growing(3));
    warmUp(growing, "{}");
    long four = 4 << 16;

    assertThat(run(growing, "{}", Limits.DEFAULTS.withMemoryBytes(four)).outcome())
        .isInstanceOf(Outcome.Result.class);
    warmUp(growing, "{}");
    assertThat(run(growing, "{}", Limits.DEFAULTS.withMemoryBytes(four - 1)).outcome())
        .isInstanceOf(Outcome.MemoryExhausted.class);
  }
}
