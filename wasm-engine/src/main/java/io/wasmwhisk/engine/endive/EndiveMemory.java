// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.endive;

import static java.lang.invoke.MethodHandles.byteArrayViewVarHandle;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.wasmwhisk.engine.endive.code.FlatMemory;
import io.wasmwhisk.engine.runtime.GuestMemory;
import io.wasmwhisk.engine.runtime.MemoryAccessException;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** A guest's memory for host functions. Has no bytes before the instance does. */
final class EndiveMemory implements GuestMemory {
  private static final VarHandle SHORTS = byteArrayViewVarHandle(short[].class, LITTLE_ENDIAN);
  private static final VarHandle INTS = byteArrayViewVarHandle(int[].class, LITTLE_ENDIAN);
  private static final VarHandle LONGS = byteArrayViewVarHandle(long[].class, LITTLE_ENDIAN);
  private static final byte[] NO_BYTES = {};

  private @Nullable FlatMemory memory;

  void bind(FlatMemory memory) {
    this.memory = memory;
  }

  private byte[] bytes() {
    return memory == null ? NO_BYTES : memory.bytes();
  }

  private int checked(long address, int length) {
    long size = size();
    if (length < 0 || address < 0 || address > size - length) {
      throw new MemoryAccessException(address, length, size);
    }
    return (int) address;
  }

  @Override
  public long size() {
    return memory == null ? 0 : memory.size();
  }

  @Override
  public byte getByte(long address) {
    return bytes()[checked(address, Byte.BYTES)];
  }

  @Override
  public int getInt(long address) {
    return (int) INTS.get(bytes(), checked(address, Integer.BYTES));
  }

  @Override
  public long getLong(long address) {
    return (long) LONGS.get(bytes(), checked(address, Long.BYTES));
  }

  @Override
  public void read(long address, byte[] target, int offset, int length) {
    System.arraycopy(bytes(), checked(address, length), target, offset, length);
  }

  @Override
  public void putByte(long address, byte value) {
    bytes()[checked(address, Byte.BYTES)] = value;
  }

  @Override
  public void putShort(long address, short value) {
    SHORTS.set(bytes(), checked(address, Short.BYTES), value);
  }

  @Override
  public void putInt(long address, int value) {
    INTS.set(bytes(), checked(address, Integer.BYTES), value);
  }

  @Override
  public void putLong(long address, long value) {
    LONGS.set(bytes(), checked(address, Long.BYTES), value);
  }

  @Override
  public void write(long address, byte[] source, int offset, int length) {
    System.arraycopy(source, offset, bytes(), checked(address, length), length);
  }
}
