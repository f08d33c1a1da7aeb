// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.memory;

import io.wasmwhisk.engine.files.tree.Attributes;
import io.wasmwhisk.engine.files.tree.NodeType;
import io.wasmwhisk.engine.files.tree.Times;

/** What files, directories and symbolic links have in common. */
abstract sealed class MemoryNode permits MemoryDirectory, MemoryFile, MemoryLink {
  final Storage storage;
  private final long inode;
  private int names;
  private long accessed;
  private long modified;
  private long changed;

  MemoryNode(Storage storage) {
    this.storage = storage;
    this.inode = storage.nextInode();
    this.accessed = storage.now();
    this.modified = accessed;
    this.changed = accessed;
  }

  abstract NodeType type();

  abstract long size();

  /** Called when the last name is gone; gives back what nobody can reach any more. */
  abstract void unreferenced();

  final Attributes describe() {
    long device = storage.device();
    return new Attributes(device, inode, type(), names, size(), accessed, modified, changed);
  }

  final boolean hasNames() {
    return names > 0;
  }

  final void addName() {
    names++;
    changed = storage.now();
  }

  final void removeName() {
    names--;
    changed = storage.now();
    if (names == 0) {
      unreferenced();
    }
  }

  final void touch() {
    modified = storage.now();
    changed = modified;
  }

  final void stamp(Times times) {
    accessed = times.accessed().orElse(accessed);
    modified = times.modified().orElse(modified);
    changed = storage.now();
  }
}
