// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.engine.binary.ModuleLimits;
import io.wasmwhisk.engine.binary.Wat;
import io.wasmwhisk.engine.binary.read.ModuleReader;
import org.graalvm.polyglot.PolyglotException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions whose frames are counted. */
class FramesTest {
  /**
   * Two calls, 200 locals, one of them a parameter, three operands; in the wrapper two copies of
   * the parameter, two operands.
   */
  private static final long BYTES = 2 * 256 + (200 + 3 + 2 * 1 + 2) * 24;

  @Test
  void atTheThresholdAndOnePast() throws Exception {
    assertThat(functions(36)).isEqualTo(1);
    assertThat(functions(37)).isEqualTo(3);
  }

  @Test
  void eachActiveCallCounts() throws Exception {
    Host host = new Host();
    try (Guest guest = new Guest(rewrite(sum(199, "")), host)) {
      assertThat(guest.call("sum", 0)).isZero();
      assertThat(host.calls()).containsExactly("frames[" + BYTES + "] " + BYTES);
      assertThat(guest.call("sum", 0)).isZero();
      assertThat(host.calls()).hasSize(1);
      assertThat(guest.call("sum", 3)).isEqualTo(6);
      assertThat(host.calls()).hasSize(4).endsWith("frames[%d] %1$d".formatted(4 * BYTES));
      assertThat(guest.call("sum", 3)).isEqualTo(6);
      assertThat(host.calls()).hasSize(4);
    }
  }

  @Test
  void theHostRefuses() throws Exception {
    Host host = new Host(Long.MAX_VALUE, 10 * BYTES);
    try (Guest guest = new Guest(rewrite(sum(199, "")), host)) {
      assertThat(guest.call("sum", 9)).isEqualTo(45);
      assertThatThrownBy(() -> guest.call("sum", 10))
          .isInstanceOf(PolyglotException.class)
          .hasMessage("no more frames");
    }
  }

  /** Wrapped, moved, named by everything, and growing memory, all at once. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 60, 130})
  void wrappedFunctionsKeepTheirIndices(int before) throws Exception {
    String fields =
        """
        (memory 1)
        (table 2 funcref)
        %s
        %s
        (func $main (drop (call $sum (i32.const 2))))
        (start $main)
        (elem (i32.const 0) func $sum $main)
        (func (export "indirect") (param i32) (result i32)
          (call_indirect (param i32) (result i32) (local.get 0) (i32.const 0)))
        (func (export "pages") (result i32) memory.size)
        """
            .formatted(
                "(func (local i64))".repeat(before),
                sum(300, "(drop (memory.grow (i32.const 1)))"));
    Host host = new Host();
    try (Guest guest = new Guest(rewrite(fields), host)) {
      guest.run(ReservedNames.START);
      assertThat(guest.call("pages")).isEqualTo(4);
      assertThat(guest.call("sum", 3)).isEqualTo(6);
      assertThat(guest.call("indirect", 3)).isEqualTo(6);
      assertThat(guest.call("pages")).isEqualTo(12);
    }
  }

  @Test
  void severalParametersAndResults() throws Exception {
    String fields =
        """
        (func $swap (param i32 i64) (result i64 i32) (local%s)
          (local.get 1) (local.get 0))
        (func (export "f") (param i32) (result i32)
          (call $swap (local.get 0) (i64.const 40))
          (i32.add (i32.wrap_i64)))
        """
            .formatted(" f64".repeat(150));
    String unfolded =
        fields.replace(
            "(i32.add (i32.wrap_i64))", "(local.set 0) i32.wrap_i64 (local.get 0) i32.sub");
    try (Guest guest = new Guest(rewrite(unfolded))) {
      assertThat(guest.call("f", 2)).isEqualTo(38);
    }
  }

  private static int functions(int locals) throws Exception {
    byte[] rewritten = rewrite(sum(locals, ""));
    return ModuleReader.read(rewritten, ModuleLimits.DEFAULT).info().functions();
  }

  /** A parameter, these locals, three operands. */
  private static String sum(int locals, String before) {
    return """
        (func $sum (export "sum") (param i32) (result i32) (local%s)
          %s
          (if (result i32) (local.get 0)
            (then (i32.add
              (local.get 0)
              (call $sum (i32.sub (local.get 0) (i32.const 1)))))
            (else (i32.const 0))))
        """
        .formatted(" i32".repeat(locals), before);
  }

  private static byte[] rewrite(String fields) throws Exception {
    byte[] module = Wat.module("(module " + fields + ")");
    return ModuleRewriter.rewrite(ModuleReader.read(module, ModuleLimits.DEFAULT), 100, 100);
  }
}
