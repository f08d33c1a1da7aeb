// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.abi;

import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.files.tree.PathWalk;
import io.wasmwhisk.engine.runtime.GuestMemory;
import io.wasmwhisk.engine.runtime.MemoryAccessException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** How arguments and texts lie in a guest's memory (preview 1 on wasm32). */
public final class Guest {
  private Guest() {}

  /** An argument that is a 32-bit address, length or set of flags: unsigned. */
  public static long u32(long argument) {
    return argument & 0xFFFF_FFFFL;
  }

  /** An unsigned 32-bit number in memory. */
  public static long u32(GuestMemory memory, long address) {
    return Integer.toUnsignedLong(memory.getInt(address));
  }

  /**
   * Makes sure that a result can be stored before anything happens that cannot be taken back.
   *
   * @throws MemoryAccessException when the range leaves the memory
   */
  public static void check(GuestMemory memory, long address, long length) {
    if (length > memory.size() || address > memory.size() - length) {
      throw new MemoryAccessException(address, length, memory.size());
    }
  }

  /**
   * A path given by address and length.
   *
   * @throws FileException when it is too long or no UTF-8
   */
  public static String path(GuestMemory memory, long address, long length) throws FileException {
    check(memory, u32(address), u32(length));
    if (u32(length) > PathWalk.MAX_PATH_BYTES) {
      throw new FileException(FileError.NAME_TOO_LONG);
    }
    byte[] bytes = memory.read(u32(address), (int) length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new FileException(FileError.ILLEGAL_NAME);
    }
  }

  /**
   * Stores as much of a text as fits.
   *
   * @return bytes stored
   */
  public static int store(GuestMemory memory, long address, long capacity, byte[] text) {
    int length = (int) Math.min(capacity, text.length);
    memory.write(address, text, 0, length);
    return length;
  }
}
