// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wasmwhisk.fuzz.Choices;
import java.io.ByteArrayOutputStream;

/** Bytes being written, numbers as LEB128 that is now and then longer than it needs to be. */
final class Bytes {
  private static final int MOST_PADDING = 4;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Choices choices;

  Bytes(Choices choices) {
    this.choices = choices;
  }

  Bytes put(int... octets) {
    for (int octet : octets) {
      out.write(octet);
    }
    return this;
  }

  Bytes put(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /** An unsigned number of at most 32 bits. */
  Bytes u32(long value) {
    int needed = Math.max(1, (70 - Long.numberOfLeadingZeros(value | 1)) / 7);
    int length = choices.rarely(40) ? Math.min(5, needed + choices.below(MOST_PADDING)) : needed;
    long left = value;
    for (int i = 1; i < length; i++, left >>>= 7) {
      out.write((int) (left & 0x7f) | 0x80);
    }
    out.write((int) left & 0x7f);
    return this;
  }

  /** The index of a memory, as short as can be: a byte that was reserved once. */
  Bytes memory(int index) {
    return u64(index);
  }

  /** An unsigned number of at most 64 bits, as short as can be. */
  Bytes u64(long value) {
    long left = value;
    for (; left >>> 7 != 0; left >>>= 7) {
      out.write((int) (left & 0x7f) | 0x80);
    }
    out.write((int) left);
    return this;
  }

  /** A signed number, as short as can be. */
  Bytes signed(long value) {
    long left = value;
    for (; left < -64 || left > 63; left >>= 7) {
      out.write((int) (left & 0x7f) | 0x80);
    }
    out.write((int) left & 0x7f);
    return this;
  }

  Bytes f32(float value) {
    int bits = Float.floatToIntBits(value);
    return put(bits & 0xff, bits >>> 8 & 0xff, bits >>> 16 & 0xff, bits >>> 24);
  }

  Bytes f64(double value) {
    long bits = Double.doubleToLongBits(value);
    for (int shift = 0; shift < 64; shift += 8) {
      out.write((int) (bits >>> shift));
    }
    return this;
  }

  Bytes name(String name) {
    return sized(name.getBytes(UTF_8));
  }

  Bytes sized(Bytes content) {
    return sized(content.toByteArray());
  }

  Bytes sized(byte[] content) {
    return u32(content.length).put(content);
  }

  int size() {
    return out.size();
  }

  byte[] toByteArray() {
    return out.toByteArray();
  }
}
