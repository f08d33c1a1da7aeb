// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.engine.binary.ExternalKind;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.Limits;
import io.wasmwhisk.engine.binary.ModuleInfo;
import io.wasmwhisk.engine.binary.ModuleLimits;
import io.wasmwhisk.engine.binary.Table;
import io.wasmwhisk.engine.binary.Wat;
import io.wasmwhisk.engine.binary.read.Bodies;
import io.wasmwhisk.engine.binary.read.ModuleLayout;
import io.wasmwhisk.engine.binary.read.ModuleReader;
import java.util.Arrays;
import java.util.OptionalLong;
import org.graalvm.polyglot.PolyglotException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleRewriterTest {

  @Test
  void theStartFunctionWaitsForTheHost() throws Exception {
    String text =
        """
        (module
          (memory 1)
          (global $ran (export "ran") (mut i32) (i32.const 0))
          (data (i32.const 8) "\\2a")
          (func $main (global.set $ran (i32.load8_u (i32.const 8))))
          (start $main))
        """;
    try (Guest guest = new Guest(Wat.module(text))) {
      assertThat(guest.global("ran")).isEqualTo(42);
    }
    try (Guest guest = new Guest(rewrite(text, 100, 10))) {
      assertThat(guest.global("ran")).isZero();
      guest.run(ReservedNames.START);
      assertThat(guest.global("ran")).isEqualTo(42);
    }
  }

  @Test
  void memoryIsExportedThoughTheGuestKeepsItToItself() throws Exception {
    String text = "(module (memory 1) (data (i32.const 3) \"A\"))";
    try (Guest guest = new Guest(rewrite(text, 100, 10))) {
      assertThat(guest.byteAt(ReservedNames.MEMORY, 3)).isEqualTo('A');
      assertThat(guest.exports(ReservedNames.START)).isFalse();
    }
  }

  @Test
  void anEmptyModuleStaysEmpty() throws Exception {
    ModuleInfo info = layout(rewrite("(module)", 100, 10)).info();
    assertThat(info.imports()).isEmpty();
    assertThat(info.exports()).isEmpty();
    assertThat(info.functions()).isZero();
  }

  @Test
  void indicesStayAsTheyWere() throws Exception {
    String text =
        """
        (module
          (type $binary (func (param i32 i32) (result i32)))
          (memory 1)
          (table 2 funcref)
          (global $a (mut i32) (i32.const 5))
          (global $b (mut i32) (i32.const 7))
          (elem (i32.const 0) $first $second)
          (func $first (type $binary) (i32.sub (local.get 0) (local.get 1)))
          (func $second (type $binary)
            (i32.add (memory.grow (local.get 0)) (global.get $b)))
          (func (export "apply") (param i32 i32 i32) (result i32)
            (global.set $a (i32.const 100))
            (call_indirect (type $binary) (local.get 1) (local.get 2) (local.get 0))))
        """;
    for (byte[] module : new byte[][] {Wat.module(text), rewrite(text, 100, 10)}) {
      try (Guest guest = new Guest(module)) {
        assertThat(guest.call("apply", 0, 9, 4)).isEqualTo(5);
        assertThat(guest.call("apply", 1, 2, 0)).isEqualTo(1 + 7);
        assertThat(guest.call("apply", 1, 2, 0)).isEqualTo(3 + 7);
      }
    }
  }

  /** 200 functions before it give the guard an index of two bytes, its callers longer bodies. */
  @ParameterizedTest
  @CsvSource({"0, 0", "200, 0", "200, 55", "200, 56", "200, 57", "200, 58", "200, 9000"})
  void encodedLengthsGrowWhereTheyMust(int functions, int padding) throws Exception {
    String text =
        "(module (memory 1)"
            + "(func)".repeat(functions)
            + "(func (export \"grow\") (param i32) (result i32)"
            + "i32.const 0 drop".repeat(padding)
            + " (block (memory.grow (i32.const 1)) drop)"
            + " (memory.grow (memory.grow (local.get 0))))"
            + "(func (export \"after\") (result i32) i32.const 77))";
    try (Guest guest = new Guest(rewrite(text.replace("dropi32", "drop i32"), 10, 10))) {
      assertThat(guest.call("grow", 2)).isEqualTo(4);
      assertThat(guest.call("grow", 1)).isEqualTo(-1);
      assertThat(guest.call("after")).isEqualTo(77);
    }
  }

  @Test
  void memoryIndicesMayBeOverlong() throws Exception {
    byte[] module =
        Wat.hex(
            "0106 01 60 01 7f 01 7f"
                + "0302 01 00"
                + "0503 01 00 01"
                + "0705 01 01 67 00 00"
                + "0a0a 01 08 00 20 00 40 80 80 00 0b");
    try (Guest guest = new Guest(rewrite(module, 2, 10))) {
      assertThat(guest.call("g", 1)).isEqualTo(1);
      assertThat(guest.call("g", 1)).isEqualTo(-1);
    }
  }

  @Test
  void functionsThatDoNotGrowAreCopied() throws Exception {
    ModuleLayout module =
        layout(
            Wat.module(
                """
                (module (memory 1)
                  (func (result i32) i32.const 1)
                  (func (result i32) (memory.grow (i32.const 1)))
                  (func (result i64) i64.const 3))
                """));
    ModuleLayout rewritten = layout(ModuleRewriter.rewrite(module, 10, 10));
    assertThat(rewritten.bodies().count()).isEqualTo(4);
    assertThat(body(rewritten, 0)).isEqualTo(body(module, 2));
    assertThat(body(rewritten, 1)).isEqualTo(body(module, 0));
  }

  @Test
  void withoutGrowthNoFunctionIsAdded() throws Exception {
    ModuleInfo info = layout(rewrite("(module (memory 1) (func))", 10, 10)).info();
    assertThat(info.functions()).isEqualTo(1);
    assertThat(info.imports()).isEmpty();
    assertThat(info.functionTypes()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"1, 10", "1 5, 5", "1 10, 10", "1 11, 10", "10, 10", "0 0, 0"})
  void memoryMaximaAreClamped(String limits, long maximum) throws Exception {
    ModuleInfo info = layout(rewrite("(module (memory " + limits + "))", 10, 10)).info();
    assertThat(info.memories().get(0).maximum()).hasValue(maximum);
  }

  @Test
  void memoriesAboveTheLimitAreRefused() {
    assertRefused(
        "(module (memory 11))",
        "Memory 0 of the module has 11 pages of 65536 bytes at start; the limit is 10 pages.");
  }

  @ParameterizedTest
  @CsvSource({"1, 10", "1 5, 5", "1 11, 10", "10, 10"})
  void tableMaximaAreClamped(String limits, long maximum) throws Exception {
    byte[] module = Wat.module("(module (table 7 funcref) (table " + limits + " externref))");
    ModuleInfo info = layout(rewrite(module, 10, 10)).info();
    assertThat(info.tables().get(0).limits().maximum()).hasValue(10);
    assertThat(info.tables().get(1).limits().maximum()).hasValue(maximum);
    assertThat(info.tables().get(1).elementType()).isEqualTo("externref");
  }

  /** Tables addressed by 64 bits, and tables with an initial value. */
  @Test
  void otherTablesAreClampedToo() throws Exception {
    byte[] module = Wat.hex("0411 02 6f 05 01 ffffffff1f 4000 70 00 02 d0 70 0b");
    ModuleLayout rewritten = layout(rewrite(module, 10, 10));
    assertThat(rewritten.info().tables())
        .containsExactly(
            new Table("externref", new Limits(1, OptionalLong.of(10), false, true)),
            new Table("funcref", new Limits(2, OptionalLong.of(10), false, false)));
  }

  @Test
  void tablesGrowToTheLimitAndNotOnePast() throws Exception {
    String text =
        """
        (module (table 2 funcref)
          (func (export "grow") (param i32) (result i32)
            (table.grow (ref.null func) (local.get 0))))
        """;
    try (Guest guest = new Guest(rewrite(text, 10, 10))) {
      assertThat(guest.call("grow", 9)).isEqualTo(-1);
      assertThat(guest.call("grow", 8)).isEqualTo(2);
      assertThat(guest.call("grow", 1)).isEqualTo(-1);
    }
  }

  @Test
  void tablesAboveTheLimitAreRefused() {
    assertRefused(
        "(module (import \"a\" \"b\" (table 1 funcref)) (table 11 funcref))",
        "Table 1 of the module has 11 elements at start; the limit is 10 elements.");
  }

  @Test
  void reservedNamesAreRefused() {
    assertRefused(
        "(module (func (export \"wasmwhisk:start\")))",
        "The module exports \"wasmwhisk:start\"; names that begin with \"wasmwhisk:\" are"
            + " reserved. Rename the export.");
  }

  @Test
  void theHostsFunctionsAreNotForGuests() {
    assertRefused(
        "(module (import \"wasmwhisk:host\" \"grow\" (func)))",
        "The module imports \"grow\" of \"wasmwhisk:host\"; names that begin with \"wasmwhisk:\""
            + " are reserved. Remove the import.");
  }

  @Test
  void nothingIsRewrittenTwice() throws Exception {
    byte[] once = rewrite("(module (memory 1))", 10, 10);
    assertThatThrownBy(() -> rewrite(once, 10, 10))
        .isInstanceOf(InvalidModuleException.class)
        .hasMessage(
            "The module exports \"wasmwhisk:memory\"; names that begin with"
                + " \"wasmwhisk:\" are reserved. Rename the export.");
  }

  @Test
  void memoriesThatCannotBeLimitedAreRefused() {
    assertRefused(
        "(module (import \"env\" \"memory\" (memory 1)))",
        "The module imports its memory (env.memory), which is not supported. Build it with a memory"
            + " of its own, without --import-memory.");
  }

  @Test
  void onlyTheNameSectionStays() throws Exception {
    byte[] named =
        Wat.moduleWithNames(
            "(module $m (func $culprit unreachable) (func (export \"f\") call $culprit))");
    byte[] hint = {0, 3, 1, 'x', 7};
    byte[] module = Arrays.copyOf(named, named.length + hint.length);
    System.arraycopy(hint, 0, module, named.length, hint.length);
    byte[] rewritten = rewrite(module, 10, 10);
    assertThat(layout(module).info().customSections()).containsExactly("name", "x");
    assertThat(layout(rewritten).info().customSections()).containsExactly("name");
    try (Guest guest = new Guest(rewritten)) {
      assertThatThrownBy(() -> guest.run("f"))
          .isInstanceOfSatisfying(
              PolyglotException.class,
              e ->
                  assertThat(e.getPolyglotStackTrace().iterator().next().getRootName())
                      .contains("culprit"));
    }
  }

  @Test
  void absoluteLimitsMustMakeSense() throws Exception {
    ModuleLayout module = layout(Wat.module("(module)"));
    assertThat(ModuleRewriter.rewrite(module, 65_536, 0)).isNotEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModuleRewriter.rewrite(module, 65_537, 0))
        .withMessage("maximumPages is 65537, not within 0 and 65536");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModuleRewriter.rewrite(module, -1, 0))
        .withMessage("maximumPages is -1, not within 0 and 65536");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModuleRewriter.rewrite(module, 0, -1))
        .withMessage("maximumElements is -1, below 0");
  }

  @Test
  void exportsOfTheGuestStay() throws Exception {
    ModuleInfo info =
        layout(rewrite("(module (memory (export \"memory\") 1) (func (export \"f\")))", 10, 10))
            .info();
    assertThat(info.export("memory", ExternalKind.MEMORY)).isPresent();
    assertThat(info.export("f", ExternalKind.FUNCTION)).isPresent();
    assertThat(info.exports()).hasSize(3);
  }

  private static void assertRefused(String text, String message) {
    assertThatThrownBy(() -> rewrite(text, 10, 10))
        .isInstanceOf(InvalidModuleException.class)
        .hasMessage(message);
  }

  private static byte[] body(ModuleLayout module, int index) {
    Bodies bodies = module.bodies();
    return Arrays.copyOfRange(module.bytes(), bodies.start(index), bodies.start(index + 1));
  }

  private static ModuleLayout layout(byte[] module) throws InvalidModuleException {
    return ModuleReader.read(module, ModuleLimits.DEFAULT);
  }

  private static byte[] rewrite(String text, int pages, int elements)
      throws InvalidModuleException {
    return rewrite(Wat.module(text), pages, elements);
  }

  private static byte[] rewrite(byte[] module, int pages, int elements)
      throws InvalidModuleException {
    return ModuleRewriter.rewrite(layout(module), pages, elements);
  }
}
