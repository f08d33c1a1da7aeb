// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.write;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes being written; integers in the shortest LEB128 (core specification, 5.2.2). */
public final class ByteSink {
  private byte[] bytes;
  private int size;

  /** An empty one. */
  public ByteSink(int capacity) {
    bytes = new byte[Math.max(16, capacity)];
  }

  /** Bytes, of which the lowest eight bits count. */
  public ByteSink put(int... values) {
    reserve(values.length);
    for (int value : values) {
      bytes[size++] = (byte) value;
    }
    return this;
  }

  /** A range of other bytes. */
  public ByteSink copy(byte[] source, int from, int to) {
    reserve(to - from);
    System.arraycopy(source, from, bytes, size, to - from);
    size += to - from;
    return this;
  }

  /** All of another one. */
  public ByteSink append(ByteSink other) {
    return copy(other.bytes, 0, other.size);
  }

  /** A length, then those bytes. */
  public ByteSink sized(ByteSink other) {
    return unsigned(other.size).append(other);
  }

  /** An unsigned integer. */
  public ByteSink unsigned(long value) {
    long rest = value;
    while (Long.compareUnsigned(rest, 0x7f) > 0) {
      put((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    return put((int) rest);
  }

  /** A signed integer. */
  public ByteSink signed(long value) {
    long rest = value;
    while (rest < -0x40 || rest > 0x3f) {
      put((int) (rest & 0x7f) | 0x80);
      rest >>= 7;
    }
    return put((int) (rest & 0x7f));
  }

  /** A name (5.2.4). */
  public ByteSink name(String name) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    return unsigned(utf8.length).copy(utf8, 0, utf8.length);
  }

  /** What was written. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  private void reserve(int more) {
    if (more > bytes.length - size) {
      int wanted = Math.addExact(size, more);
      bytes = Arrays.copyOf(bytes, Math.max(wanted, wanted + (wanted >> 1)));
    }
  }
}
