// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.memory;

import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import java.util.function.LongSupplier;

/** What the nodes of one file system share: the budget, inode numbers, the time. */
final class Storage {
  /** Bytes that content is kept and counted in. */
  static final int PAGE = 4096;

  private final LongSupplier realtime;
  private long freeBytes;
  private int freeFiles;
  private long lastInode;

  Storage(long maxBytes, int maxFiles, LongSupplier realtime) {
    if (maxBytes < 0 || maxFiles < 0) {
      throw new IllegalArgumentException(
          "an in-memory file system cannot have %d bytes and %d files"
              .formatted(maxBytes, maxFiles));
    }
    this.freeBytes = maxBytes;
    this.freeFiles = maxFiles;
    this.realtime = realtime;
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

  /** Takes bytes from the budget; to be called before they are allocated. */
  void take(long bytes) throws FileException {
    if (bytes > freeBytes) {
      throw new FileException(FileError.NO_SPACE);
    }
    freeBytes -= bytes;
  }

  void giveBack(long bytes) {
    freeBytes += bytes;
  }

  /** Takes room for one more name. */
  void takeName(int bytes) throws FileException {
    if (freeFiles == 0) {
      throw new FileException(FileError.NO_SPACE);
    }
    take(bytes);
    freeFiles--;
  }

  void giveBackName(int bytes) {
    giveBack(bytes);
    freeFiles++;
  }
}
