// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.engine.binary.Export;
import io.wasmwhisk.engine.binary.ExternalKind;
import io.wasmwhisk.engine.binary.FunctionType;
import io.wasmwhisk.engine.binary.Import;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.binary.Limits;
import io.wasmwhisk.engine.binary.ModuleInfo;
import io.wasmwhisk.engine.binary.ModuleLimits;
import io.wasmwhisk.engine.binary.Table;
import io.wasmwhisk.engine.binary.Wat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleReaderTest {

  @Test
  void everyDeclarationIsThere() throws Exception {
    ModuleInfo info =
        read(
            Wat.moduleWithNames(
                """
                (module $example
                  (import "env" "f" (func $f (param i32 i64) (result f32)))
                  (import "env" "t" (table 1 2 funcref))
                  (import "env" "g" (global i32))
                  (memory (export "memory") 2 9)
                  (table 3 externref)
                  (global $own (mut i64) (i64.const 7))
                  (func $main (export "main"))
                  (func (export "again") (param v128) (result i32 i32) unreachable)
                  (export "f" (func $f))
                  (export "own" (global $own))
                  (start $main)
                  (data (i32.const 0) "abc"))
                """));
    FunctionType imported = new FunctionType(List.of("i32", "i64"), List.of("f32"));
    FunctionType nothing = new FunctionType(List.of(), List.of());
    FunctionType again = new FunctionType(List.of("v128"), List.of("i32", "i32"));
    assertThat(info.imports())
        .containsExactly(
            new Import("env", "f", ExternalKind.FUNCTION, imported),
            new Import("env", "t", ExternalKind.TABLE, null),
            new Import("env", "g", ExternalKind.GLOBAL, null));
    assertThat(info.exports())
        .containsExactly(
            new Export("memory", ExternalKind.MEMORY, 0, null),
            new Export("main", ExternalKind.FUNCTION, 1, nothing),
            new Export("again", ExternalKind.FUNCTION, 2, again),
            new Export("f", ExternalKind.FUNCTION, 0, imported),
            new Export("own", ExternalKind.GLOBAL, 1, null));
    assertThat(info.functionTypes()).containsExactly(imported, nothing, again);
    assertThat(info.memories()).containsExactly(new Limits(2, OptionalLong.of(9), false, false));
    assertThat(info.tables())
        .containsExactly(
            new Table("funcref", new Limits(1, OptionalLong.of(2), false, false)),
            new Table("externref", new Limits(3, OptionalLong.empty(), false, false)));
    assertThat(info.globals()).isEqualTo(2);
    assertThat(info.functions()).isEqualTo(3);
    assertThat(info.start()).hasValue(1);
    assertThat(info.codeBytes()).isEqualTo(8);
    assertThat(info.dataBytes()).isEqualTo(9);
    assertThat(info.customSections()).containsExactly("name");
    assertThat(info.name()).contains("example");
    assertThat(again).hasToString("(v128) -> (i32, i32)");
  }

  @Test
  void emptyModule() throws Exception {
    ModuleInfo info = read(Wat.hex(""));
    assertThat(info.functions()).isZero();
    assertThat(info.features()).isEmpty();
    assertThat(info.name()).isEmpty();
    assertThat(info.export("memory", ExternalKind.MEMORY)).isEmpty();
  }

  @Test
  void exportsAreFoundByNameAndKind() throws Exception {
    ModuleInfo info = read(Wat.module("(module (memory (export \"x\") 1))"));
    assertThat(info.export("x", ExternalKind.MEMORY)).isPresent();
    assertThat(info.export("x", ExternalKind.FUNCTION)).isEmpty();
    assertThat(info.export("y", ExternalKind.MEMORY)).isEmpty();
  }

  @Test
  void producersAndTargetFeatures() throws Exception {
    ModuleInfo info =
        read(
            Wat.hex(
                custom(
                        "producers",
                        "02"
                            + name("language")
                            + "02"
                            + name("C11")
                            + name("")
                            + name("Rust")
                            + name("1.90")
                            + name("processed-by")
                            + "01"
                            + name("clang")
                            + name("19.1.4"))
                    + custom(
                        "target_features",
                        "02" + "2b" + name("simd128") + "2d" + name("atomics"))));
    assertThat(info.producers())
        .isEqualTo(
            Map.of(
                "language", List.of("C11", "Rust 1.90"), "processed-by", List.of("clang 19.1.4")));
    assertThat(info.targetFeatures()).containsExactly("+simd128", "-atomics");
    assertThat(info.customSections()).containsExactly("producers", "target_features");
  }

  @ParameterizedTest
  @CsvSource({"producers, ff", "target_features, 05", "name, 00ff", "name, 0002ffff"})
  void faultsInsideCustomSectionsSayNothing(String name, String content) throws Exception {
    ModuleInfo info = read(Wat.hex(custom(name, content)));
    assertThat(info.customSections()).containsExactly(name);
    assertThat(info.producers()).isEmpty();
    assertThat(info.targetFeatures()).isEmpty();
    assertThat(info.name()).isEmpty();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "01               | 9: 1 bytes are needed, 0 are left",
        "01 05 00         | 9: 5 bytes of the type section are announced, only 1 bytes are left",
        "01 ff ff ff ff 0f| 9: the number 4294967295 is too large",
        "01 80 80 80 80 10| 9: an integer is longer than 32 bits",
        "01 81 80 80 80 80 00 | 9: an integer is longer than 32 bits",
        "0e 00            | 8: unknown section 14",
        "03 01 00 01 01 00| 11: the type section stands twice or too late",
        "01 01 00 01 01 00| 11: the type section stands twice or too late",
        "0b 01 00 0a 01 00| 11: the code section stands twice or too late",
        "01 02 00 00      | 11: 1 bytes too many at the end of the type section",
        "01 01 05         | 10: 5 entries of the type section are announced, only 0 bytes are left",
        "01 02 01 40      | 11: unknown type 0x40",
        "01 04 01 60 01 01| 13: unknown type 0x01",
        "01 04 01 60 05 7f| 12: 5 parameters are announced, only 1 bytes are left",
        "01 05 01 60 01 01 00 | 13: unknown type 0x01",
        "02 06 01 00 00 05 00 00 | 13: unknown import or export kind 0x05",
        "02 05 01 00 00 00 00 | 14: type 0 does not exist, there are 0",
        "02 05 01 01 ff 00 00 | 11: a name is not UTF-8",
        "02 05 01 7f 00 00 00 | 11: 127 bytes of a name are announced, only 3 bytes are left",
        "03 02 01 00      | 11: type 0 does not exist, there are 0",
        "01 04 01 60 00 00 03 02 01 00 | 18: 1 function bodies are declared, 0 are there",
        "04 04 01 70 01 00 | 14: 1 bytes are needed, 0 are left",
        "04 04 01 70 08 00 | 12: unknown limits 0x08",
        "04 05 01 70 01 02 01 | 12: a minimum is above its maximum",
        "05 05 01 00 81 80 04 | 11: a memory has more than 65536 pages",
        "06 06 01 7f 02 41 00 0b | 12: unknown mutability 0x02",
        "06 05 01 7f 00 41 00 | 15: 1 bytes are needed, 0 are left",
        "06 06 01 7f 00 02 40 0b | 13: a block stands in a constant expression",
        "07 05 01 01 61 02 00 | 14: memory 0 does not exist, there are 0",
        "05 03 01 00 00 07 09 02 01 61 02 00 01 61 02 00 | 20: the export \"a\" is there twice",
        "08 01 00         | 10: function 0 does not exist, there are 0",
        "09 02 01 08      | 11: unknown segment 0x08",
        "09 05 01 01 01 00 00 | 12: unknown element kind 0x01",
        "0b 02 01 03      | 11: unknown segment 0x03",
        "0c 01 01         | 11: 1 data segments are declared, 0 are there",
        "0d 03 01 01 00   | 11: unknown tag attribute 0x01",
        "00 01 05         | 10: 5 bytes of a name are announced, only 0 bytes are left"
      })
  void malformedModules(String hex, String message) {
    assertRefused(
        Wat.hex(hex.replace(" ", "")), "The module is malformed at byte " + message + ".");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "00           | 23: Function 0 does not end with \"end\"",
        "00 01        | 24: Function 0 does not end with \"end\"",
        "05 0b        | 22: 5 groups of locals are announced, only 1 bytes are left",
        "00 27 0b     | 23: unknown opcode 0x27",
        "00 fc 12 0b  | 23: unknown opcode 0xfc 0x12",
        "00 fd 9a 01 0b | 23: unknown opcode 0xfd 0x9a",
        "00 41        | 24: 1 bytes are needed, 0 are left",
        "00 41 0b     | 25: Function 0 does not end with \"end\"",
        "00 41 ff ff ff ff 1f 0b | 24: an integer is longer than 32 bits",
        "00 28 80 01 00 0b | 24: the alignment is too large: 128",
        "00 40 00 0b  | 24: memory 0 does not exist, there are 0",
        "00 1f 40 01 04 00 0b | 26: unknown catch clause 0x04",
        "00 0e 7f 0b  | 24: 127 labels are announced, only 1 bytes are left",
        "00 d0 05 0b  | none"
      })
  void malformedFunctions(String body, String message) throws Exception {
    String bytes = body.replace(" ", "");
    int size = bytes.length() / 2;
    byte[] module =
        Wat.hex("01040160000003020100" + "0a%02x01%02x%s".formatted(size + 2, size, bytes));
    if (message.equals("none")) {
      read(module);
    } else {
      assertRefused(module, "The module is malformed at byte " + message + ".");
    }
  }

  @Test
  void startFunctionMustTakeAndGiveNothing() {
    assertRefused(
        Wat.module("(module (func (param i32)) (start 0))"),
        "The module is malformed at byte 21: the start function has the type (i32) -> (), not () ->"
            + " ().");
  }

  @Test
  void modulesSentAsTextSaySoOnceTheyCannotBeRead() {
    byte[] module = Wat.module("(module (memory 1) (data (i32.const 0) \"\\ff\\fe\"))");
    byte[] mangled = new String(module, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> read(mangled))
        .isInstanceOf(InvalidModuleException.class)
        .hasMessageStartingWith(
            "The action's code is a WebAssembly module that was damaged by an upload as text");
  }

  @Test
  void replacementCharactersInDataAreNoDamage() throws Exception {
    byte[] module = Wat.module("(module (memory 1) (data (i32.const 0) \"\\ef\\bf\\bd\"))");
    assertThat(read(module).dataBytes()).isEqualTo(9);
  }

  @Test
  void otherFormatsAreRefusedInTheirOwnWords() {
    assertThatThrownBy(() -> read("(module)".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InvalidModuleException.class)
        .hasMessageStartingWith("The action's code is WebAssembly text (WAT)");
  }

  private static ModuleInfo read(byte[] module) throws InvalidModuleException {
    return ModuleReader.read(module, ModuleLimits.DEFAULT).info();
  }

  private static void assertRefused(byte[] module, String message) {
    assertThatThrownBy(() -> read(module))
        .isInstanceOf(InvalidModuleException.class)
        .hasMessage(message);
  }

  private static String custom(String name, String content) {
    String body = name(name) + content;
    return "00%02x%s".formatted(body.length() / 2, body);
  }

  private static String name(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return "%02x%s".formatted(utf8.length, java.util.HexFormat.of().formatHex(utf8));
  }
}
