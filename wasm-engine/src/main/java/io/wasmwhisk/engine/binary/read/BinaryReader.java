// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

import io.wasmwhisk.engine.binary.InvalidModuleException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A cursor over a range of a module's bytes: integers in LEB128 as the core specification 5.2.2
 * bounds them, names, and counts checked against what is left. Offsets are the module's.
 */
final class BinaryReader {
  private final byte[] bytes;
  private final int end;
  private int position;

  BinaryReader(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
  }

  int position() {
    return position;
  }

  int end() {
    return end;
  }

  boolean atEnd() {
    return position == end;
  }

  /** A reader of the next {@code length} bytes, which this one skips. */
  BinaryReader slice(int length) throws InvalidModuleException {
    int start = position;
    skip(length);
    return new BinaryReader(bytes, start, position);
  }

  int u8() throws InvalidModuleException {
    if (position == end) {
      throw truncated(1);
    }
    return bytes[position++] & 0xff;
  }

  /** The next byte, not consumed. */
  int peek() throws InvalidModuleException {
    if (position == end) {
      throw truncated(1);
    }
    return bytes[position] & 0xff;
  }

  void skip(int length) throws InvalidModuleException {
    if (length > end - position) {
      throw truncated(length);
    }
    position += length;
  }

  /** An unsigned 32-bit integer below 2^31: an index, a count, a length. */
  int u32() throws InvalidModuleException {
    if (position < end && bytes[position] >= 0) {
      return bytes[position++];
    }
    int start = position;
    long value = unsigned(32);
    if (value > Integer.MAX_VALUE) {
      throw malformed(start, "the number " + value + " is too large");
    }
    return (int) value;
  }

  /** An unsigned integer of {@code bits} bits (32 or 64). */
  long unsigned(int bits) throws InvalidModuleException {
    int start = position;
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int b = u8();
      int room = bits - shift;
      if (room < 7 && (b & 0x7f) >>> room != 0 || room <= 7 && b >= 0x80) {
        throw malformed(start, "an integer is longer than " + bits + " bits");
      }
      value |= (long) (b & 0x7f) << shift;
      if (b < 0x80) {
        return value;
      }
    }
  }

  /** A signed integer of {@code bits} bits (32, 33 or 64). */
  long signed(int bits) throws InvalidModuleException {
    int start = position;
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int b = u8();
      int room = bits - shift;
      if (room <= 7 && (b >= 0x80 || !fits(b, room))) {
        throw malformed(start, "an integer is longer than " + bits + " bits");
      }
      value |= (long) (b & 0x7f) << shift;
      if (b < 0x80) {
        int unused = Math.max(0, 64 - 7 - shift);
        return value << unused >> unused;
      }
    }
  }

  /** Whether the seven bits of a group are a signed number of {@code room} bits. */
  private static boolean fits(int group, int room) {
    int value = (byte) (group << 1) >> 1;
    int sign = value >> (room - 1);
    return sign == 0 || sign == -1;
  }

  /** The length of a vector whose elements take at least one byte each. */
  int count(String elements) throws InvalidModuleException {
    int start = position;
    int count = u32();
    if (count > end - position) {
      throw malformed(
          start,
          "%d %s are announced, only %d bytes are left".formatted(count, elements, end - position));
    }
    return count;
  }

  /** A name (5.2.4): strict UTF-8. */
  String name() throws InvalidModuleException {
    int start = position;
    int length = count("bytes of a name");
    position += length;
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, position - length, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw malformed(start, "a name is not UTF-8");
    }
  }

  /** Refuses bytes that nothing has read. */
  void requireEnd(String what) throws InvalidModuleException {
    if (position != end) {
      throw malformed(
          position, "%d bytes too many at the end of %s".formatted(end - position, what));
    }
  }

  static InvalidModuleException malformed(int offset, String reason) {
    return new InvalidModuleException(
        "The module is malformed at byte %d: %s.".formatted(offset, reason));
  }

  private InvalidModuleException truncated(int needed) {
    return malformed(
        position, "%d bytes are needed, %d are left".formatted(needed, end - position));
  }
}
