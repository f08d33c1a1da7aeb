// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import io.wasmwhisk.engine.runtime.GuestMemory;
import io.wasmwhisk.engine.runtime.MemoryAccessException;
import org.graalvm.wasm.memory.WasmMemory;
import org.graalvm.wasm.memory.WasmMemoryLibrary;
import org.jspecify.annotations.Nullable;

/**
 * A memory through GraalWasm's own messages: those of the Polyglot API enter the Context for each
 * access, and have none that writes many bytes. Before the instance exists it has no bytes: a
 * module's imports are bound before its memory is known.
 */
final class GraalMemory implements GuestMemory {
  private @Nullable WasmMemory memory;
  private WasmMemoryLibrary messages = WasmMemoryLibrary.getUncached();

  /** Memories only grow, so a size once seen stays a lower bound and saves asking again. */
  private long knownSize;

  void bind(WasmMemory bound) {
    memory = bound;
    messages = WasmMemoryLibrary.getFactory().getUncached(bound);
    knownSize = messages.byteSize(bound);
  }

  @Override
  public long size() {
    if (memory != null) {
      knownSize = messages.byteSize(memory);
    }
    return knownSize;
  }

  @Override
  public byte getByte(long address) {
    return (byte) messages.load_i32_8s(checked(address, 1), null, address);
  }

  @Override
  public int getInt(long address) {
    return messages.load_i32(checked(address, 4), null, address);
  }

  @Override
  public long getLong(long address) {
    return messages.load_i64(checked(address, 8), null, address);
  }

  @Override
  public void read(long address, byte[] target, int offset, int length) {
    if (!isNothing(address, length)) {
      messages.copyToBuffer(checked(address, length), null, target, address, offset, length);
    }
  }

  @Override
  public void putByte(long address, byte value) {
    messages.store_i32_8(checked(address, 1), null, address, value);
  }

  @Override
  public void putShort(long address, short value) {
    messages.store_i32_16(checked(address, 2), null, address, value);
  }

  @Override
  public void putInt(long address, int value) {
    messages.store_i32(checked(address, 4), null, address, value);
  }

  @Override
  public void putLong(long address, long value) {
    messages.store_i64(checked(address, 8), null, address, value);
  }

  @Override
  public void write(long address, byte[] source, int offset, int length) {
    if (!isNothing(address, length)) {
      messages.initialize(checked(address, length), null, source, offset, address, length);
    }
  }

  /** Whether no byte is asked for at the end of no memory, which is in bounds. */
  private boolean isNothing(long address, int length) {
    return memory == null && address == 0 && length == 0;
  }

  private WasmMemory checked(long address, long length) {
    if (memory == null
        || length < 0
        || address < 0
        || (address + length > knownSize && address + length > size())) {
      throw new MemoryAccessException(address, length, knownSize);
    }
    return memory;
  }
}
