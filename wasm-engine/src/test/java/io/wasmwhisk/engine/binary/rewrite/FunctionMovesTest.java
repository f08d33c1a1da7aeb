// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.ModuleInfo;
import io.wasmwhisk.engine.binary.ModuleLimits;
import io.wasmwhisk.engine.binary.Wat;
import io.wasmwhisk.engine.binary.read.ModuleReader;
import org.graalvm.polyglot.PolyglotException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions whose indices the imported ones take, and everything that can name them. */
class FunctionMovesTest {
  private static final String GROWS = "(drop (memory.grow (i32.const 1)))";

  /** Every way to name a function; the first two are moved, behind any number of others. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 9, 60, 61, 62, 63, 64, 65, 130})
  void everyReferenceFollows(int functions) throws Exception {
    String fields =
        """
        (type $f (func (result i32)))
        (memory 1)
        (table $t 8 funcref)
        (global $g funcref (ref.func $zero))
        (func $zero (export "zero") (type $f) %s (i32.const 10))
        (func $one (export "one") (type $f) (i32.add (call $zero) (i32.const 1)))
        (func $two (export "two") (type $f) (i32.add (call $one) (call $zero)))
        %s
        (func $start (i32.store (i32.const 0) (call $two)))
        (start $start)
        (elem $active (table $t) (i32.const 0) func $zero $one $two)
        (elem $passive func $one $zero)
        (elem $expressions (table $t) (i32.const 5) funcref (ref.func $one) (ref.null func))
        (elem declare func $zero)
        (func (export "table") (param i32) (result i32)
          (call_indirect $t (type $f) (local.get 0)))
        (func (export "init")
          (table.init $t $passive (i32.const 3) (i32.const 0) (i32.const 2)))
        (func (export "set")
          (table.set $t (i32.const 6) (ref.func $zero))
          (table.set $t (i32.const 7) (global.get $g)))
        (func (export "started") (result i32) (i32.load (i32.const 0)))
        """
            .formatted(GROWS, "(func)".repeat(functions));
    for (byte[] module : new byte[][] {Wat.module(module(fields)), rewrite(fields)}) {
      try (Guest guest = new Guest(module)) {
        if (guest.exports(ReservedNames.START)) {
          guest.run(ReservedNames.START);
        }
        assertThat(guest.call("started")).isEqualTo(21);
        assertThat(guest.call("zero")).isEqualTo(10);
        assertThat(guest.call("one")).isEqualTo(11);
        assertThat(guest.call("two")).isEqualTo(21);
        guest.run("init");
        guest.run("set");
        int[] answers = {10, 11, 21, 11, 10, 11, 10, 10};
        for (int i = 0; i < answers.length; i++) {
          assertThat(guest.call("table", i)).isEqualTo(answers[i]);
        }
      }
    }
  }

  @Test
  void aModuleMayHaveFewerFunctionsThanAreMoved() throws Exception {
    String fields =
        """
        (memory 1)
        (func $only (export "f") (param i32) (result i32)
          (if (result i32) (i32.eqz (local.get 0))
            (then (memory.size))
            (else %s (call $only (i32.sub (local.get 0) (i32.const 1))))))
        """
            .formatted(GROWS);
    try (Guest guest = new Guest(rewrite(fields))) {
      assertThat(guest.call("f", 5)).isEqualTo(6);
    }
  }

  @Test
  void aModuleWithoutFunctionsOfItsOwnAsksNothing() throws Exception {
    ModuleInfo info = info("(import \"a\" \"b\" (func)) (memory 1) (export \"e\" (func 0))");
    assertThat(info.imports()).hasSize(1);
    assertThat(info.export("e", io.wasmwhisk.engine.binary.ExternalKind.FUNCTION))
        .hasValueSatisfying(export -> assertThat(export.index()).isZero());
  }

  /** The guest's imports stay what they are, and the host's come after them. */
  @Test
  void importsComeFirst() throws Exception {
    ModuleInfo info =
        info(
            """
            (import "a" "b" (func $imported (param i64)))
            (import "a" "g" (global i32))
            (memory 1)
            (func $own (call $imported (i64.const 1)) %s (call $own))
            """
                .formatted(GROWS));
    assertThat(info.imports().stream().map(i -> i.module() + " " + i.name() + " " + i.type()))
        .containsExactly(
            "a b (i64) -> ()",
            "a g null",
            "wasmwhisk:host grow (i64, i64) -> (i32)",
            "wasmwhisk:host grown (i64, i64, i32) -> ()");
  }

  @Test
  void namesFollow() throws Exception {
    String fields =
        """
        (memory 1)
        (func $first unreachable)
        (func $second %s (call $first))
        (func $third (export "g") (call $second))
        """
            .formatted(GROWS);
    try (Guest guest = new Guest(rewrite(Wat.moduleWithNames(module(fields))))) {
      assertThatThrownBy(() -> guest.run("g"))
          .isInstanceOfSatisfying(
              PolyglotException.class,
              e ->
                  assertThat(e.getPolyglotStackTrace())
                      .extracting(frame -> frame.getRootName())
                      .startsWith("first", "second"));
    }
  }

  /** What does not exist in the guest's module must not come to exist by being rewritten. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(func call 2) | function 2 does not exist, there are 2",
        "(func ref.func 2 drop) | function 2 does not exist, there are 2",
        "(func global.get 1 drop) | global 1 does not exist, there are 1",
        "(func i64.const 1 global.set 1) | global 1 does not exist, there are 1",
        "(func i32.const 0 call_indirect (type 1)) | type 1 does not exist, there are 1",
        "(func) (elem func 2) | function 2 does not exist, there are 2",
        "(func) (elem funcref (ref.func 2)) | function 2 does not exist, there are 2",
        "(func) (global funcref (ref.func 2)) | function 2 does not exist, there are 2"
      })
  void whatTheGuestDoesNotHaveItCannotName(String line) {
    String[] parts = line.split(" \\| ");
    String fields =
        "(type (func)) (global (mut i64) (i64.const 0)) (table 1 funcref) (memory 1) (func (type 0) "
            + GROWS
            + ")"
            + parts[0];
    assertThatThrownBy(() -> rewrite(fields))
        .isInstanceOf(InvalidModuleException.class)
        .hasMessageContaining(parts[1]);
  }

  @Test
  void blocksOfTypesThatDoNotExist() {
    byte[] module = Wat.hex("010401600000 03020100 0a0701050002 01 0b0b");
    assertThatThrownBy(() -> rewrite(module))
        .isInstanceOf(InvalidModuleException.class)
        .hasMessage("The module is malformed at byte 24: type 1 does not exist, there are 1.");
  }

  private static String module(String fields) {
    return "(module " + fields + ")";
  }

  private static byte[] rewrite(String fields) throws InvalidModuleException {
    return rewrite(Wat.module(module(fields)));
  }

  private static byte[] rewrite(byte[] module) throws InvalidModuleException {
    return ModuleRewriter.rewrite(ModuleReader.read(module, ModuleLimits.DEFAULT), 1_000, 100_000);
  }

  private static ModuleInfo info(String fields) throws InvalidModuleException {
    return ModuleReader.read(rewrite(fields), ModuleLimits.DEFAULT).info();
  }
}
