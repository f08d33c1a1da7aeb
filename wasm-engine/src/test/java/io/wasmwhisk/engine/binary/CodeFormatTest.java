// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeFormatTest {
  private static final String EXPECTED = "; a WebAssembly module in binary form was expected. ";

  @ParameterizedTest
  @CsvSource({
    "0061736d01000000, MODULE",
    "0061736d01000000ff, MODULE",
    "0061736d0d000100, COMPONENT",
    "0061736d02000000, OTHER_VERSION",
    "0061736d, OTHER_VERSION",
    "0061736d010000, OTHER_VERSION",
    "1f8b0800, GZIP",
    "504b0304, ZIP",
    "504b0506, ZIP",
    "7f454c46020101c8, WASMTIME",
    "7f454c4602010100, ELF",
    "7f454c46, ELF",
    "00616f7405000000, WAMR",
    "007761736d65722d756e6976657273616c, WASMER",
    "7761736d65722d756e6976657273616c, WASMER",
    "00617, UNKNOWN",
    "cafebabe, UNKNOWN"
  })
  void recognisesTheFirstBytes(String hex, CodeFormat format) {
    byte[] code = HexFormat.of().parseHex(hex.length() % 2 == 0 ? hex : hex + "0");
    assertThat(CodeFormat.of(code)).isEqualTo(format);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(module)",
        "  \t\r\n(module)",
        ";; a comment\n(module)",
        "(; a (; nested ;) comment ;)\n (module)",
        "\ufeff(module)",
        "(func)"
      })
  void recognisesTheTextFormat(String text) {
    assertThat(CodeFormat.of(utf8(text))).isEqualTo(CodeFormat.TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(function () {})()", "(module.exports = {})", "(func)(1)", "(() => 1)()"})
  void javaScriptMayBeginWithAParenthesis(String text) {
    assertThat(CodeFormat.of(utf8(text))).isEqualTo(CodeFormat.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {";; only a comment", "(; open", "function main() {}", "; (module)", " "})
  void otherTextIsUnknown(String text) {
    assertThat(CodeFormat.of(utf8(text))).isEqualTo(CodeFormat.UNKNOWN);
  }

  @Test
  void emptyCode() {
    assertThat(CodeFormat.of(new byte[0]).refusal(new byte[0]))
        .isEqualTo("The action's code is empty" + EXPECTED + "Deploy a .wasm file.");
  }

  @Test
  void unknownCodeShowsItsBeginning() {
    byte[] code = utf8("function main(args) { return args; }");
    assertThat(CodeFormat.of(code).refusal(code))
        .isEqualTo(
            "The action's code begins with \"function main(ar\""
                + " (66 75 6e 63 74 69 6f 6e 20 6d 61 69 6e 28 61 72)"
                + EXPECTED
                + "Deploy a .wasm file built for wasm32-wasip1, or a zip that contains one.");
  }

  @Test
  void otherVersionShowsItsBeginning() {
    byte[] code = HexFormat.of().parseHex("0061736d02000000");
    assertThat(CodeFormat.of(code).refusal(code))
        .isEqualTo(
            "The action's code is a WebAssembly binary of an unknown version"
                + " (\".asm....\" (00 61 73 6d 02 00 00 00))"
                + EXPECTED
                + "Build a module of version 1 (wasm32-wasip1).");
  }

  @Test
  void component() {
    byte[] code = HexFormat.of().parseHex("0061736d0d000100");
    assertThat(CodeFormat.of(code).refusal(code))
        .isEqualTo(
            "The action's code is a WebAssembly component"
                + EXPECTED
                + "Components are not supported yet. Build a core module: the target wasm32-wasip1"
                + " in place of wasm32-wasip2.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TEXT | WebAssembly text (WAT) | Convert it to a binary module first: wat2wasm module.wat"
            + " -o module.wasm.",
        "BASE64 | base64 text of a WebAssembly module | Decode it once before you deploy it.",
        "GZIP | a gzip file | Unpack it (gunzip) and deploy the .wasm file, or a zip that contains"
            + " it.",
        "ZIP | a zip archive | Deploy the .wasm file itself, or a zip that contains it directly.",
        "WASMTIME | machine code that wasmtime compiled (.cwasm) | Deploy the .wasm file that it"
            + " was compiled from: modules are compiled here.",
        "WASMER | machine code that wasmer compiled (.wasmu) | Deploy the .wasm file that it was"
            + " compiled from: modules are compiled here.",
        "WAMR | machine code that wamrc compiled (.aot) | Deploy the .wasm file that it was"
            + " compiled from: modules are compiled here.",
        "ELF | a native program or library (ELF) | Build it for WebAssembly: the target"
            + " wasm32-wasip1 (wasm32-wasi in older compilers)."
      })
  void refusals(CodeFormat format, String found, String advice) {
    assertThat(format.refusal(new byte[] {1}))
        .isEqualTo("The action's code is " + found + EXPECTED + advice);
  }

  @Test
  void base64OfAModuleThatWasNotDecoded() {
    assertThat(CodeFormat.of(utf8("AGFzbQEAAAA="))).isEqualTo(CodeFormat.BASE64);
  }

  @Test
  void moduleSentAsText() {
    byte[] module = Wat.module("(module (memory 1) (data (i32.const 0) \"\\ff\\fe\"))");
    byte[] mangled = utf8(new String(module, StandardCharsets.UTF_8));
    assertThat(CodeFormat.of(module)).isEqualTo(CodeFormat.MODULE);
    assertThat(CodeFormat.of(mangled)).isEqualTo(CodeFormat.MANGLED);
    assertThat(CodeFormat.MANGLED.refusal(mangled))
        .isEqualTo(
            "The action's code is a WebAssembly module that was damaged by an upload as text"
                + " (bytes were replaced by U+FFFD)"
                + EXPECTED
                + "Put it into a zip, or deploy it as base64: wsk and aio send a bare .wasm file as"
                + " text.");
  }

  @Test
  void replacementCharactersFarBehindAreFound() {
    String text = "\0asm\1\0\0\0" + "x".repeat(10_000) + '\ufffd';
    assertThat(CodeFormat.of(utf8(text))).isEqualTo(CodeFormat.MANGLED);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
