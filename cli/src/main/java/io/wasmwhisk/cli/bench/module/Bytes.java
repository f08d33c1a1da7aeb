// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.module;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes as the binary format writes its values (5.2). */
final class Bytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Bytes raw(int... bytes) {
    for (int each : bytes) {
      out.write(each);
    }
    return this;
  }

  Bytes raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  Bytes repeat(int times, int each) {
    for (int i = 0; i < times; i++) {
      out.write(each);
    }
    return this;
  }

  Bytes u32(int value) {
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      out.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
    return this;
  }

  Bytes s32(int value) {
    int rest = value;
    while (rest < -64 || rest > 63) {
      out.write(rest & 0x7f | 0x80);
      rest >>= 7;
    }
    out.write(rest & 0x7f);
    return this;
  }

  Bytes name(String name) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    return u32(utf8.length).raw(utf8);
  }

  int size() {
    return out.size();
  }

  byte[] toBytes() {
    return out.toByteArray();
  }
}
