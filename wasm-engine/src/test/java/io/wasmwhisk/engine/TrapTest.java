// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.binary.Wat;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traps in the specification's words (core specification, test suite's {@code assert_trap}). */
class TrapTest {
  private static WasmEngine engine;

  @BeforeAll
  static void start() {
    engine = WasmEngine.create(SuiteEngine.SETTINGS);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unreachable                                                   | unreachable",
        "(drop (i32.div_u (i32.const 1) (i32.const 0)))                | integer divide by zero",
        "(drop (i32.div_s (i32.const 0x80000000) (i32.const -1)))      | integer overflow",
        "(drop (i32.trunc_f32_s (f32.const nan)))                      | invalid conversion to integer",
        "(drop (i32.load (i32.const 65533)))                           | out of bounds memory access",
        "(i64.store (i32.const -1) (i64.const 0))                      | out of bounds memory access",
        "(memory.fill (i32.const 65535) (i32.const 0) (i32.const 2))   | out of bounds memory access",
        "(call_indirect (i32.const 7))                                 | undefined element",
        "(call_indirect (i32.const 1))                                 | uninitialized element",
        "(call_indirect (param i32) (i32.const 1) (i32.const 0))       | indirect call type mismatch",
      })
  void aTrapHasTheSpecificationsWords(String body, String reason) throws Exception {
    byte[] module =
        Wat.module(
            "(module (memory 1) (table 2 funcref) (elem (i32.const 0) $f) (func $f) (func (export \"_start\") %s))"
                .formatted(body));

    assertThat(outcome(module)).isEqualTo(new Outcome.Trapped(reason));
  }

  /** GraalWasm 25.0.4 keeps no entry for a declarative segment behind a passive one. */
  @Test
  void aFaultOfGraalWasmIsTheGuestsEndAndNotTheHosts() throws Exception {
    byte[] module =
        Wat.module(
            """
            (module (memory 1) (table 2 funcref) (func $f)
              (elem func $f) (elem declare func $f) (elem declare func $f)
              (func (export "_start") (elem.drop 2)))
            """);

    try (WasmEngine graal =
        WasmEngine.create(SuiteEngine.SETTINGS.withEngine(EngineChoice.GRAALWASM))) {
      assertThat(outcome(graal, module).describe())
          .startsWith("The guest trapped: GraalWasm failed by a fault of its own: ");
    }
  }

  private static Outcome outcome(byte[] module) throws Exception {
    return outcome(engine, module);
  }

  private static Outcome outcome(WasmEngine engine, byte[] module) throws Exception {
    return engine
        .compile(module)
        .start(new Invocation("{}", Map.of(), Limits.DEFAULTS))
        .completion()
        .get()
        .outcome();
  }
}
