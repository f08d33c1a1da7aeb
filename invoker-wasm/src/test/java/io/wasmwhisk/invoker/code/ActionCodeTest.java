// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker.code;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.files.tree.OpenDirectory;
import io.wasmwhisk.engine.snapshot.SnapshotRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionCodeTest {
  private static final int LIMIT = 1000;

  private final ActionCode code = new ActionCode(LIMIT);

  @Test
  void base64IsDecoded() throws Exception {
    assertThat(module(base64(new byte[] {0, 1, 2}), true)).containsExactly(0, 1, 2);
  }

  @Test
  void base64MayHaveLineBreaks() throws Exception {
    byte[] bytes = new byte[300];
    String lines = Base64.getMimeEncoder().encodeToString(bytes);

    assertThat(lines).contains("\r\n");
    assertThat(module(lines, true)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(module)",
        "\ufeff (module $a (func))",
        ";; c\n(func $f)",
        "\0asm\1\0\0\0 \ufffd",
        "AGFzbQEAAAA=",
        "\0"
      })
  void textOfAModuleStaysText(String text) throws Exception {
    assertThat(module(text, false)).isEqualTo(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "function main(params) { return params; }",
        "(function () { global.main = 1 })()",
        "(module.exports = {})",
        "'use strict'",
        "10 PRINT"
      })
  void otherTextIsJavaScript(String text) throws Exception {
    ActionPackage content = code.open(text, false, "niam");

    assertThat(content.language()).isEqualTo(ActionPackage.Language.JAVASCRIPT);
    assertThat(content.module()).isSameAs(JavaScript.guest());
    assertThat(names(content)).containsExactlyInAnyOrder("entry", "action.js");
  }

  @Test
  void aZipWithPackageJsonIsJavaScript() throws Exception {
    assertThat(open(zip("package.json", new byte[1])).language())
        .isEqualTo(ActionPackage.Language.JAVASCRIPT);
  }

  @Test
  void aSnapshotOfJavaScriptIsOfItsLoadedCode() throws Exception {
    assertThat(javaScriptWith("{\"snapshot\":{}}").snapshot())
        .contains(new SnapshotRequest("load", Optional.empty(), Optional.empty()));
    assertThat(javaScriptWith("{}").snapshot()).isEmpty();
    assertThatThrownBy(() -> javaScriptWith("{\"snapshot\":{\"initialize\":\"main\"}}"))
        .isInstanceOf(BadActionException.class)
        .hasMessage(
            "wasmwhisk.json: snapshot names functions of a module, but the action is JavaScript; expected \"snapshot\": {}.");
  }

  private ActionPackage javaScriptWith(String manifest) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "index.js", new byte[1]);
      put(zip, "wasmwhisk.json", manifest.getBytes(UTF_8));
    }
    return open(bytes.toByteArray());
  }

  @Test
  void aZipWithAModuleIsThatModuleWhateverElseItHas() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "index.js", new byte[1]);
      put(zip, "a.wasm", new byte[] {7});
    }

    assertThat(module(bytes.toByteArray())).containsExactly(7);
  }

  @Test
  void aPackageCannotBringTheNameOfItsEntryPoint() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "index.js", new byte[1]);
      put(zip, ".wasmwhisk/entry", "other".getBytes(UTF_8));
      put(zip, ".wasmwhisk/action.js", new byte[1]);
    }

    assertThat(names(open(bytes.toByteArray()))).containsExactly("entry");
  }

  @Test
  void theGuestIsTheOneThatItsSumIsOf() throws Exception {
    String sum =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(JavaScript.guest()));

    assertThat(Files.readAllLines(Path.of("../actions/js/SHA256SUMS")))
        .contains(sum + "  javascript.wasm");
  }

  private static List<String> names(ActionPackage content) throws FileException {
    try (OpenDirectory root = content.files().root().enter();
        OpenDirectory ours = root.directory(".wasmwhisk")) {
      return List.copyOf(ours.names());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0asm", "// JavaScript"})
  void codeAtItsLimitAndOnePastIt(String start) throws Exception {
    String text = start + " ".repeat(LIMIT - start.length());
    code.open(text, false, "main");

    assertThatThrownBy(() -> code.open(text + " ", false, "main"))
        .isInstanceOf(BadActionException.class)
        .hasMessage(
            "The action's code has 1001 bytes, more than the limit of 1000 bytes"
                + " (whisk.wasm.code-limit); make it smaller.");
  }

  @Test
  void aModuleInAZipAtItsLimit() throws Exception {
    assertThat(module(zip("a.wasm", new byte[LIMIT]))).hasSize(LIMIT);
  }

  @Test
  void aModuleInAZipOnePastItsLimit() {
    assertThatThrownBy(() -> open(zip("a.wasm", new byte[LIMIT + 1])))
        .isInstanceOf(BadActionException.class)
        .hasMessage(
            "The zip unfolds to more than the limit of 1000 bytes (whisk.wasm.code-limit); put"
                + " fewer or smaller files into it.");
  }

  @Test
  void aZipThatUnfoldsToMuchMoreCostsNoMore() {
    assertThatThrownBy(() -> open(zip("a.wasm", new byte[100_000_000])))
        .isInstanceOf(BadActionException.class);
  }

  @Test
  void theLimitIsOnTheSumOfAllFiles() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "a.wasm", new byte[LIMIT / 2]);
      put(zip, "data", new byte[LIMIT / 2 + 1]);
    }

    assertThatThrownBy(() -> open(bytes.toByteArray()))
        .hasMessageStartingWith("The zip unfolds to more than the limit of 1000 bytes");
  }

  @Test
  void aZipWithAPathOutOfIt() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "a.wasm", new byte[1]);
      put(zip, "../etc/passwd", new byte[1]);
    }

    assertThatThrownBy(() -> open(bytes.toByteArray()))
        .isInstanceOf(BadActionException.class)
        .hasMessage("The zip cannot be used: '../etc/passwd' cannot be the path of a file.");
  }

  @Test
  void aZipThatIsCutOff() throws Exception {
    byte[] whole = zip("a.wasm", "some content that is compressed".getBytes(UTF_8));

    assertThatThrownBy(() -> open(Arrays.copyOf(whole, 45)))
        .isInstanceOf(BadActionException.class)
        .hasMessageStartingWith("The zip cannot be read: ");
  }

  @Test
  void macosMetadataIsNoModule() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "hello.wasm", new byte[] {1});
      put(zip, "__MACOSX/._hello.wasm", new byte[] {2});
    }

    assertThat(module(bytes.toByteArray())).containsExactly(1);
  }

  @Test
  void tooManyEntries() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i <= 10_000; i++) {
        put(zip, "file" + i, new byte[0]);
      }
    }

    assertThatThrownBy(() -> open(bytes.toByteArray()))
        .hasMessage("The zip has more than 10000 entries; put fewer files into it.");
  }

  private ActionPackage open(byte[] file) throws BadActionException {
    return code.open(file, ActionCode.DEFAULT_MAIN);
  }

  private byte[] module(byte[] file) throws BadActionException {
    return open(file).module();
  }

  private byte[] module(String text, boolean binary) throws BadActionException {
    return code.open(text, binary, ActionCode.DEFAULT_MAIN).module();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, name, content);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
