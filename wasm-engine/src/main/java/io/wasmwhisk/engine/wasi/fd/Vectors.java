// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.fd;

import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.runtime.GuestMemory;
import io.wasmwhisk.engine.runtime.MemoryAccessException;
import io.wasmwhisk.engine.wasi.abi.Guest;
import io.wasmwhisk.engine.wasi.abi.GuestProcess;

/**
 * Moves bytes between a guest's buffers ({@code iovec_array}) and a descriptor, in pieces of at
 * most {@link GuestProcess#MAX_CHUNK} bytes, so that no size that a guest names is ever allocated.
 *
 * <p>What goes wrong after some bytes were moved is not an error of this call: it tells how many
 * bytes those were, and the next call meets the same fault at once.
 */
final class Vectors {
  /** Buffers of one call that are looked at; the rest is left to the next call (IOV_MAX). */
  static final int MAX_VECTORS = 1024;

  /** Bytes that one call moves at most, as on Linux. */
  static final long MAX_BYTES = Integer.MAX_VALUE & -4096;

  private static final int VECTOR_BYTES = 8;

  private final GuestProcess process;
  private final GuestMemory memory;
  private long moved;

  Vectors(GuestProcess process, GuestMemory memory) {
    this.process = process;
    this.memory = memory;
  }

  /** Moves one piece between {@code buffer} and a descriptor. */
  @FunctionalInterface
  interface Piece {
    /**
     * @param buffer holds or gets the bytes, from index 0
     * @param length at least 1
     * @param moved bytes of this call that were moved before
     * @return bytes moved; fewer than {@code length} end the call
     */
    int move(byte[] buffer, int length, long moved) throws FileException, InterruptedException;
  }

  /** Whether another piece can be moved without waiting. */
  @FunctionalInterface
  interface More {
    boolean atOnce() throws FileException;
  }

  /** From a descriptor into the guest's buffers; returns the bytes moved. */
  long read(long vectors, long count, Piece source, More more)
      throws FileException, InterruptedException {
    return each(
        vectors,
        count,
        (address, length) -> {
          byte[] buffer = process.scratch(length);
          if (moved > 0 && !more.atOnce()) {
            return 0;
          }
          int piece = source.move(buffer, length, moved);
          memory.write(address, buffer, 0, piece);
          return piece;
        });
  }

  /** From the guest's buffers to a descriptor; returns the bytes moved. */
  long write(long vectors, long count, Piece target) throws FileException, InterruptedException {
    return each(
        vectors,
        count,
        (address, length) -> {
          byte[] buffer = process.scratch(length);
          memory.read(address, buffer, 0, length);
          return target.move(buffer, length, moved);
        });
  }

  /** Moves one piece of a guest's buffer. */
  @FunctionalInterface
  private interface Step {
    int move(long address, int length) throws FileException, InterruptedException;
  }

  private long each(long vectors, long count, Step step)
      throws FileException, InterruptedException {
    try {
      for (int i = 0; i < Math.min(Guest.u32(count), MAX_VECTORS); i++) {
        long vector = Guest.u32(vectors) + (long) i * VECTOR_BYTES;
        if (!buffer(Guest.u32(memory, vector), Guest.u32(memory, vector + 4), step)) {
          break;
        }
      }
    } catch (FileException | MemoryAccessException e) {
      if (moved == 0) {
        throw e;
      }
    }
    return moved;
  }

  /** Moves all of one buffer; false when the call is over. */
  private boolean buffer(long address, long length, Step step)
      throws FileException, InterruptedException {
    Guest.check(memory, address, length);
    long done = 0;
    while (done < length) {
      long limit = Math.min(length - done, MAX_BYTES - moved);
      int wanted = (int) Math.min(limit, GuestProcess.MAX_CHUNK);
      int piece = wanted == 0 ? 0 : step.move(address + done, wanted);
      done += piece;
      moved += piece;
      if (piece < wanted || wanted == 0) {
        return false;
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    return true;
  }
}
