// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.wasmwhisk.engine.binary.Wat;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Guests of every kind that do not end by themselves: their callers are told soon after the
 * deadline, and the next activation works. How soon is printed; the assertion leaves room for a
 * machine that is busy with something else.
 */
class KillTest {
  private static final Duration TIME = Duration.ofMillis(400);
  private static final Duration AT_MOST = Duration.ofSeconds(2);

  /** Runs for which the guest's code is compiled before it is measured. */
  private static final int WARM = 3;

  private static WasmEngine engine;

  @BeforeAll
  static void start() {
    engine = WasmEngine.create(SuiteEngine.SETTINGS);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  static Stream<Arguments> guestsThatDoNotEnd() throws Exception {
    return Stream.of(
        Arguments.of("a tight loop", module("(func (export \"_start\") (loop br 0))"), "{}"),
        Arguments.of("a sleep", Guests.built("c/sleep"), "{\"ms\":60000}"),
        Arguments.of(
            "a loop of host calls",
            module(
                """
                (import "wasi_snapshot_preview1" "sched_yield" (func $y (result i32)))
                (memory (export "memory") 1)
                (func (export "_start") (loop (drop (call $y)) br 0))
                """),
            "{}"),
        Arguments.of(
            "a start function that loops",
            module("(func $l (loop br 0)) (start $l) (func (export \"_start\"))"),
            "{}"),
        Arguments.of(
            "deep recursion, again and again",
            module(
                """
                (func $f (param i32) (result i32)
                  (if (result i32) (i32.eqz (local.get 0)) (then (i32.const 0))
                    (else (i32.add (call $f (i32.sub (local.get 0) (i32.const 1)))
                      (i32.const 1)))))
                (func (export "_start")
                  (loop (drop (call $f (i32.const 3000))) br 0))
                """),
            "{}"),
        Arguments.of(
            "a loop at the bottom of a deep recursion",
            module(
                """
                (func $f (param i32) (result i32)
                  (if (i32.eqz (local.get 0)) (then (loop br 0)))
                  (i32.add (call $f (i32.sub (local.get 0) (i32.const 1))) (i32.const 1)))
                (func (export "_start") (drop (call $f (i32.const 3000))))
                """),
            "{}"),
        Arguments.of(
            "a loop of memory.grow",
            module(
                """
                (memory (export "memory") 1)
                (func (export "_start") (loop (drop (memory.grow (i32.const 1))) br 0))
                """),
            "{}"),
        Arguments.of(
            "a loop of memory.fill",
            module(
                """
                (memory (export "memory") 3000)
                (func (export "_start")
                  (loop (memory.fill (i32.const 0) (i32.const 1) (i32.const 196608000)) br 0))
                """),
            "{}"));
  }

  private static byte[] module(String fields) {
    return Wat.module("(module " + fields + ")");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("guestsThatDoNotEnd")
  void theCallerIsTold(String what, byte[] bytes, String input) throws Exception {
    CompiledModule module = engine.compile(bytes);
    Limits limits = Limits.DEFAULTS.withTime(TIME);
    for (int i = 0; i <= WARM; i++) {
      Duration late = late(module, input, limits);
      System.out.printf("%s: answered %.1f ms after the deadline%n", what, late.toNanos() / 1e6);
      assertThat(late).isLessThan(AT_MOST);
    }
    assertThat(run(engine.compile(Guests.built("c/hello")), "{}", Limits.DEFAULTS).outcome())
        .isEqualTo(new Outcome.Result("{\"greeting\":\"Hello, stranger!\"}"));
  }

  private static Duration late(CompiledModule module, String input, Limits limits)
      throws Exception {
    long from = System.nanoTime();
    assertThat(run(module, input, limits).outcome()).isEqualTo(new Outcome.TimedOut(TIME));
    return Duration.ofNanos(System.nanoTime() - from).minus(TIME);
  }

  @Test
  void processorTimeIsLimited() throws Exception {
    CompiledModule loop = engine.compile(module("(func (export \"_start\") (loop br 0))"));
    Completion completion = run(loop, "{}", Limits.DEFAULTS.withCpu(Duration.ofMillis(200)));

    assertThat(completion.outcome()).isInstanceOf(Outcome.CpuExhausted.class);
    assertThat(completion.outcome().describe())
        .matches(
            "The guest used \\d+ milliseconds of processor time, more than its limit of 200 milliseconds.");
    assertThat(completion.cpu()).isGreaterThanOrEqualTo(Duration.ofMillis(200));
  }

  @Test
  void whoSleepsUsesNoProcessorTime() throws Exception {
    CompiledModule sleep = engine.compile(Guests.built("c/sleep"));
    Completion completion =
        run(sleep, "{\"ms\":1500}", Limits.DEFAULTS.withCpu(Duration.ofSeconds(1)));

    assertThat(completion.outcome()).isInstanceOf(Outcome.Result.class);
    assertThat(completion.cpu()).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void aModuleThatIsTooSlowToCompileIsRefusedAndRemembered() throws Exception {
    byte[] hello = Guests.built("c/hello");
    try (WasmEngine hasty =
        WasmEngine.create(SuiteEngine.SETTINGS.withCompileTime(Duration.ofNanos(1)))) {
      Throwable first = catchThrowable(() -> hasty.compile(hello));
      assertThat(first)
          .hasMessageMatching(
              "Compiling the module takes \\d+ milliseconds of processor time, more than the limit of 0 milliseconds \\(the invoker's setting whisk.wasm.compile-limit\\)\\.");
      assertThat(catchThrowable(() -> hasty.compile(hello))).hasMessage(first.getMessage());
    }
  }

  @Test
  void nobodyLingers() throws Exception {
    assertThat(run(engine.compile(Guests.built("c/hello")), "{}", Limits.DEFAULTS).cpu())
        .isPositive();
    assertThat(engine.load().lingering()).isZero();
  }

  private static Completion run(CompiledModule module, String input, Limits limits)
      throws Exception {
    return module
        .start(new Invocation(input, Map.of(), limits))
        .completion()
        .get(60, TimeUnit.SECONDS);
  }
}
