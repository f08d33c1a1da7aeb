// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.runtime;

/**
 * The linear memory of one instance (WebAssembly core specification, 4.2.8 "Memory Instances"), as
 * host functions see it: little-endian, addressed by unsigned 32-bit offsets widened to {@code
 * long}.
 *
 * <p>Every access is checked against the memory's present size; one that would leave it throws
 * {@link MemoryAccessException} and changes nothing. Not thread-safe: only the guest's own thread
 * may call.
 */
public interface GuestMemory {

  /** The present size in bytes, a multiple of 65,536. */
  long size();

  /** The byte at {@code address}. */
  byte getByte(long address);

  /** The 32-bit little-endian integer at {@code address}; no alignment is needed. */
  int getInt(long address);

  /** The 64-bit little-endian integer at {@code address}; no alignment is needed. */
  long getLong(long address);

  /** Copies {@code length} bytes at {@code address} to {@code target[offset…]}. */
  void read(long address, byte[] target, int offset, int length);

  /** Stores one byte. */
  void putByte(long address, byte value);

  /** Stores 16 bits, little-endian. */
  void putShort(long address, short value);

  /** Stores 32 bits, little-endian. */
  void putInt(long address, int value);

  /** Stores 64 bits, little-endian. */
  void putLong(long address, long value);

  /** Copies {@code source[offset … offset + length)} to {@code address}. */
  void write(long address, byte[] source, int offset, int length);

  /** {@code length} bytes at {@code address}, copied. */
  default byte[] read(long address, int length) {
    if (length < 0 || address < 0 || address + length > size()) {
      throw new MemoryAccessException(address, Integer.toUnsignedLong(length), size());
    }
    byte[] bytes = new byte[length];
    read(address, bytes, 0, length);
    return bytes;
  }

  /** Copies all of {@code source} to {@code address}. */
  default void write(long address, byte[] source) {
    write(address, source, 0, source.length);
  }
}
