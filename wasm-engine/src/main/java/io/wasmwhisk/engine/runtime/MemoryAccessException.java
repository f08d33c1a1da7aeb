// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.runtime;

/**
 * A host function was given a range that leaves the guest's memory. WASI answers it with {@code
 * EFAULT}; elsewhere it ends the guest as an out-of-bounds trap would.
 */
public final class MemoryAccessException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param address first byte asked for
   * @param length bytes asked for
   * @param size bytes the memory has
   */
  public MemoryAccessException(long address, long length, long size) {
    super(
        "out of bounds memory access: %d bytes at address %d of a memory of %d bytes"
            .formatted(length, address, size),
        null,
        false,
        false);
  }
}
