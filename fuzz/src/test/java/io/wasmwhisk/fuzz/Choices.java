// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz;

import java.util.List;

/**
 * Bytes read as choices from front to back; past the end every choice is the first one. So every
 * input means something, and a small change of the bytes is a small change of what they mean.
 */
public final class Choices {
  private final byte[] bytes;
  private int position;

  public Choices(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Whether the bytes are used up. */
  public boolean exhausted() {
    return position >= bytes.length;
  }

  /** 0 to 255. */
  public int octet() {
    return exhausted() ? 0 : bytes[position++] & 0xff;
  }

  /** 0 to {@code bound - 1}. */
  public int below(int bound) {
    int value = octet();
    return (bound <= 256 ? value : value << 8 | octet()) % bound;
  }

  /** True once in {@code times}, never when the bytes are used up. */
  public boolean rarely(int times) {
    return below(times) == times - 1;
  }

  public boolean flag() {
    return (octet() & 1) != 0;
  }

  public int i32() {
    return octet() | octet() << 8 | octet() << 16 | octet() << 24;
  }

  public long i64() {
    return i32() & 0xffff_ffffL | (long) i32() << 32;
  }

  public <T> T of(List<T> values) {
    return values.get(below(values.size()));
  }

  @SafeVarargs
  public final <T> T of(T... values) {
    return values[below(values.length)];
  }

  /** The next bytes, at most {@code most} of them. */
  public byte[] some(int most) {
    byte[] some = new byte[below(most + 1)];
    for (int i = 0; i < some.length; i++) {
      some[i] = (byte) octet();
    }
    return some;
  }
}
