// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.memory;

import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import java.util.function.LongSupplier;

/** What the nodes of one file system share: the budget, inode numbers, the time. */
final class Storage {
  /** Bytes that content is kept and counted in. */
  static final int PAGE = 4096;

  /** Heap for a page beside its content, */
  private static final int PAGE_OVERHEAD = 32;

  /** and for a name: its entry in a directory, and what it stands for. */
  private static final int NAME_OVERHEAD = 256;

  /** A name or a link's target is text. */
  private static final int TEXT_COST = 2;

  private final LongSupplier realtime;
  private final Room room;
  private long freeBytes;
  private int freeFiles;
  private long lastInode;

  Storage(long maxBytes, int maxFiles, LongSupplier realtime, Room room) {
    if (maxBytes < 0 || maxFiles < 0) {
      throw new IllegalArgumentException(
          "an in-memory file system cannot have %d bytes and %d files"
              .formatted(maxBytes, maxFiles));
    }
    this.freeBytes = maxBytes;
    this.freeFiles = maxFiles;
    this.realtime = realtime;
    this.room = room;
  }

  /** Tells this file system from others. */
  long device() {
    return System.identityHashCode(this);
  }

  long nextInode() {
    return ++lastInode;
  }

  long now() {
    return realtime.getAsLong();
  }

  /** How many more pages there is room for. */
  long freePages() {
    return freeBytes / PAGE;
  }

  /** Takes pages from the budget; to be called before they are allocated. */
  void takePages(long pages) throws FileException {
    take(pages * PAGE, pages * (PAGE + PAGE_OVERHEAD));
  }

  void giveBackPages(long pages) {
    giveBack(pages * PAGE, pages * (PAGE + PAGE_OVERHEAD));
  }

  /** Takes room for the target of a link. */
  void takeTarget(int bytes) throws FileException {
    take(bytes, (long) bytes * TEXT_COST);
  }

  void giveBackTarget(int bytes) {
    giveBack(bytes, (long) bytes * TEXT_COST);
  }

  /** Takes room for one more name. */
  void takeName(int bytes) throws FileException {
    if (freeFiles == 0) {
      throw new FileException(FileError.NO_SPACE);
    }
    take(bytes, NAME_OVERHEAD + (long) bytes * TEXT_COST);
    freeFiles--;
  }

  void giveBackName(int bytes) {
    giveBack(bytes, NAME_OVERHEAD + (long) bytes * TEXT_COST);
    freeFiles++;
  }

  /**
   * @param counted bytes of the file system's own limit
   * @param heap bytes that they take of the heap
   */
  private void take(long counted, long heap) throws FileException {
    if (counted > freeBytes || !room.tryTake(heap)) {
      throw new FileException(FileError.NO_SPACE);
    }
    freeBytes -= counted;
  }

  private void giveBack(long counted, long heap) {
    freeBytes += counted;
    room.giveBack(heap);
  }
}
