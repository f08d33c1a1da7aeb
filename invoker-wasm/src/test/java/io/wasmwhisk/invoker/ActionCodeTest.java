// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

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

  @Test
  void textStaysText() throws Exception {
    assertThat(module("(module)", false)).isEqualTo("(module)".getBytes(UTF_8));
  }

  @Test
  void aModuleInAZipAtItsLimit() throws Exception {
    assertThat(module(zip("a.wasm", new byte[LIMIT]))).hasSize(LIMIT);
  }

  @Test
  void aModuleInAZipOnePastItsLimit() {
    assertThatThrownBy(() -> code.open(zip("a.wasm", new byte[LIMIT + 1])))
        .isInstanceOf(BadActionException.class)
        .hasMessage(
            "The zip unfolds to more than the limit of 1000 bytes (whisk.wasm.code-limit); put fewer or smaller files into it.");
  }

  @Test
  void aZipThatUnfoldsToMuchMoreCostsNoMore() {
    assertThatThrownBy(() -> code.open(zip("a.wasm", new byte[100_000_000])))
        .isInstanceOf(BadActionException.class);
  }

  @Test
  void theLimitIsOnTheSumOfAllFiles() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "a.wasm", new byte[LIMIT / 2]);
      put(zip, "data", new byte[LIMIT / 2 + 1]);
    }

    assertThatThrownBy(() -> code.open(bytes.toByteArray()))
        .hasMessageStartingWith("The zip unfolds to more than the limit of 1000 bytes");
  }

  @Test
  void aZipWithAPathOutOfIt() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "a.wasm", new byte[1]);
      put(zip, "../etc/passwd", new byte[1]);
    }

    assertThatThrownBy(() -> code.open(bytes.toByteArray()))
        .isInstanceOf(BadActionException.class)
        .hasMessage("The zip cannot be used: '../etc/passwd' cannot be the path of a file.");
  }

  @Test
  void aZipThatIsCutOff() throws Exception {
    byte[] whole = zip("a.wasm", "some content that is compressed".getBytes(UTF_8));

    assertThatThrownBy(() -> code.open(Arrays.copyOf(whole, 45)))
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

    assertThatThrownBy(() -> code.open(bytes.toByteArray()))
        .hasMessage("The zip has more than 10000 entries; put fewer files into it.");
  }

  private byte[] module(byte[] file) throws BadActionException {
    return code.open(file).module();
  }

  private byte[] module(String text, boolean binary) throws BadActionException {
    return code.open(text, binary).module();
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
