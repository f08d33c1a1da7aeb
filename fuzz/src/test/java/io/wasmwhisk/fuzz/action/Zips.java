// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.action;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zips with odd names, sizes and methods. */
final class Zips {
  private static final byte[] MODULE = {0, 'a', 's', 'm', 1, 0, 0, 0};
  private static final int BOMB = 300_000;

  private Zips() {}

  static Stream<byte[]> all() {
    return Stream.of(
        zip(UTF_8, ZipEntry.DEFLATED, "main.wasm", "data/a.txt", "data/b/"),
        zip(UTF_8, ZipEntry.STORED, "exec.wasm", "wasmwhisk.json"),
        zip(UTF_8, ZipEntry.DEFLATED, "a.wasm", "../../etc/passwd", "/absolute", "./x", "a//b"),
        zip(UTF_8, ZipEntry.DEFLATED, "a.wasm", "a.wasm/b", "b", "b/c", "\0", "c\0d", "", "."),
        zip(UTF_8, ZipEntry.DEFLATED, "__MACOSX/a.wasm", "b.wasm", "\u00e9\ud83d\ude00"),
        zip(ISO_8859_1, ZipEntry.DEFLATED, "\u00e9.wasm", "\u00ff"),
        zip(UTF_8, ZipEntry.DEFLATED, "n".repeat(300) + ".wasm", "d/".repeat(200) + "x"),
        zip(UTF_8, ZipEntry.DEFLATED),
        bomb());
  }

  private static byte[] zip(Charset names, int method, String... entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
      for (String name : entries) {
        put(zip, name, method, MODULE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, int method, byte[] content)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(method);
    CRC32 sum = new CRC32();
    sum.update(content);
    entry.setCrc(sum.getValue());
    entry.setSize(content.length);
    zip.putNextEntry(entry);
    zip.write(content);
  }

  private static byte[] bomb() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "a.wasm", ZipEntry.DEFLATED, MODULE);
      put(zip, "zeroes", ZipEntry.DEFLATED, new byte[BOMB]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
