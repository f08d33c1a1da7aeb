// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import io.wasmwhisk.engine.runtime.GuestMemory;
import io.wasmwhisk.engine.runtime.MemoryAccessException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * A memory through the buffer messages of {@link Value}. Before the instance exists it has no
 * bytes: a module's imports are bound before its memory is known.
 */
final class GraalMemory implements GuestMemory {
  private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

  private @Nullable Value buffer;

  /** Memories only grow, so a size once seen stays a lower bound and saves asking again. */
  private long knownSize;

  void bind(Value memory) {
    buffer = memory;
    knownSize = memory.getBufferSize();
  }

  @Override
  public long size() {
    if (buffer != null) {
      knownSize = buffer.getBufferSize();
    }
    return knownSize;
  }

  @Override
  public byte getByte(long address) {
    return checked(address, 1).readBufferByte(address);
  }

  @Override
  public int getInt(long address) {
    return checked(address, 4).readBufferInt(ORDER, address);
  }

  @Override
  public long getLong(long address) {
    return checked(address, 8).readBufferLong(ORDER, address);
  }

  @Override
  public void read(long address, byte[] target, int offset, int length) {
    if (!isNothing(address, length)) {
      checked(address, length).readBuffer(address, target, offset, length);
    }
  }

  @Override
  public void putByte(long address, byte value) {
    checked(address, 1).writeBufferByte(address, value);
  }

  @Override
  public void putShort(long address, short value) {
    checked(address, 2).writeBufferShort(ORDER, address, value);
  }

  @Override
  public void putInt(long address, int value) {
    checked(address, 4).writeBufferInt(ORDER, address, value);
  }

  @Override
  public void putLong(long address, long value) {
    checked(address, 8).writeBufferLong(ORDER, address, value);
  }

  /** {@link Value} has no bulk write, so eight bytes at a time. */
  @Override
  public void write(long address, byte[] source, int offset, int length) {
    if (isNothing(address, length)) {
      return;
    }
    Value memory = checked(address, length);
    ByteBuffer bytes = ByteBuffer.wrap(source, offset, length).order(ORDER);
    long at = address;
    for (; bytes.remaining() >= Long.BYTES; at += Long.BYTES) {
      memory.writeBufferLong(ORDER, at, bytes.getLong());
    }
    for (; bytes.hasRemaining(); at++) {
      memory.writeBufferByte(at, bytes.get());
    }
  }

  /** Whether no byte is asked for at the end of no memory, which is in bounds. */
  private boolean isNothing(long address, int length) {
    return buffer == null && address == 0 && length == 0;
  }

  private Value checked(long address, long length) {
    if (buffer == null
        || length < 0
        || address < 0
        || (address + length > knownSize && address + length > size())) {
      throw new MemoryAccessException(address, length, knownSize);
    }
    return buffer;
  }
}
