// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.wasi;

import io.wasmwhisk.engine.runtime.GuestMemory;
import io.wasmwhisk.engine.runtime.MemoryAccessException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A guest's memory that is an array of two pages. */
final class ArrayMemory implements GuestMemory {
  private static final int SIZE = 2 * 65_536;

  final byte[] bytes = new byte[SIZE];
  private final ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);

  @Override
  public long size() {
    return SIZE;
  }

  @Override
  public byte getByte(long address) {
    return view.get(index(address, 1));
  }

  @Override
  public int getInt(long address) {
    return view.getInt(index(address, 4));
  }

  @Override
  public long getLong(long address) {
    return view.getLong(index(address, 8));
  }

  @Override
  public void read(long address, byte[] target, int offset, int length) {
    System.arraycopy(bytes, index(address, length), target, offset, length);
  }

  @Override
  public void putByte(long address, byte value) {
    view.put(index(address, 1), value);
  }

  @Override
  public void putShort(long address, short value) {
    view.putShort(index(address, 2), value);
  }

  @Override
  public void putInt(long address, int value) {
    view.putInt(index(address, 4), value);
  }

  @Override
  public void putLong(long address, long value) {
    view.putLong(index(address, 8), value);
  }

  @Override
  public void write(long address, byte[] source, int offset, int length) {
    System.arraycopy(source, offset, bytes, index(address, length), length);
  }

  private static int index(long address, long length) {
    if (address < 0 || length < 0 || address > SIZE - length) {
      throw new MemoryAccessException(address, length, SIZE);
    }
    return (int) address;
  }
}
