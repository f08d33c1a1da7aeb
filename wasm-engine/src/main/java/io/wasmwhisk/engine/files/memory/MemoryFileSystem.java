// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.memory;

import io.wasmwhisk.engine.files.tree.Directory;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * A file system in the host's heap, empty at first, made for one activation and gone with it. It
 * never holds more than its limits: room is taken from the budget before the heap is asked for it,
 * and what does not fit is {@code NO_SPACE} to the guest.
 *
 * <p>Content is kept and counted in pages of 4,096 bytes. Files have no holes: extending one costs
 * as many bytes as writing zeros. Reading does not change the time of the last access. Used by one
 * guest's thread.
 */
public final class MemoryFileSystem {
  private final MemoryDirectory root;

  /**
   * @param maxBytes content, names and link targets that it may hold
   * @param maxFiles names of files, directories and links that it may hold
   * @param realtime nanoseconds since 1970, for time stamps
   * @param room gives the heap, which is a little more than the bytes
   */
  public MemoryFileSystem(long maxBytes, int maxFiles, LongSupplier realtime, Room room) {
    root = new MemoryDirectory(new Storage(maxBytes, maxFiles, realtime, room), null);
  }

  /**
   * A file system with the JVM's own clock.
   *
   * @param maxBytes content, names and link targets that it may hold
   * @param maxFiles names of files, directories and links that it may hold
   * @param room gives the heap, which is a little more than the bytes
   */
  public MemoryFileSystem(long maxBytes, int maxFiles, Room room) {
    this(maxBytes, maxFiles, MemoryFileSystem::now, room);
  }

  /** Its root, which a descriptor table can grant. */
  public Directory root() {
    return root;
  }

  private static long now() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000 + now.getNano();
  }
}
