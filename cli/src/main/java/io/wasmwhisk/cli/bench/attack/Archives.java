// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Code that is no plain module: zip archives, and what is no code at all. */
final class Archives {
  private static final int BLOCK = 1 << 20;

  private Archives() {}

  /** A zip with the module alone, which makes an upload of zeros small. */
  static byte[] zip(byte[] module) throws IOException {
    return zip(module, out -> {});
  }

  /** A zip whose second entry unfolds to so many MiB of zeros. */
  static byte[] bomb(byte[] module, int megabytes) throws IOException {
    return zip(
        module,
        out -> {
          out.putNextEntry(new ZipEntry("zeros"));
          byte[] block = new byte[BLOCK];
          for (int i = 0; i < megabytes; i++) {
            out.write(block);
          }
          out.closeEntry();
        });
  }

  /** A zip with so many empty files. */
  static byte[] entries(byte[] module, int count) throws IOException {
    return zip(
        module,
        out -> {
          for (int i = 0; i < count; i++) {
            out.putNextEntry(new ZipEntry("f" + i));
            out.closeEntry();
          }
        });
  }

  /** A zip with files whose names point out of it. */
  static byte[] traversal(byte[] module, String... names) throws IOException {
    return zip(
        module,
        out -> {
          for (String name : names) {
            out.putNextEntry(new ZipEntry(name));
            out.write('x');
            out.closeEntry();
          }
        });
  }

  /** A module whose body was cut off, or is no instructions at all. */
  static byte[] invalid(byte[] module) {
    byte[] broken = module.clone();
    for (int i = broken.length / 2; i < broken.length; i++) {
      broken[i] = (byte) 0xff;
    }
    return broken;
  }

  @FunctionalInterface
  private interface More {
    void to(ZipOutputStream out) throws IOException;
  }

  private static byte[] zip(byte[] module, More more) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(1);
      out.putNextEntry(new ZipEntry("main.wasm"));
      out.write(module);
      out.closeEntry();
      more.to(out);
    }
    return bytes.toByteArray();
  }
}
