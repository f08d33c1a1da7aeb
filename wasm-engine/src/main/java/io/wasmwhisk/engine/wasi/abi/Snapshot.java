// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.abi;

import io.wasmwhisk.engine.files.FileDescriptor.Origin;
import io.wasmwhisk.engine.files.tree.Attributes;
import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.runtime.GuestMemory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two snapshots that guests are built for, and all that they differ in (WASI repository, {@code
 * legacy/preview0/docs.md} and {@code legacy/preview1/docs.md}).
 */
public enum Snapshot {
  /**
   * Snapshot 0, of compilers of 2019: other numbers of {@code whence}, 32 bits of links in a {@code
   * filestat}, a clock subscription with an identifier before the clock, no sock_accept.
   */
  UNSTABLE("wasi_unstable", List.of(Origin.CURRENT, Origin.END, Origin.START), 4, 56, 8),
  /** Preview 1. */
  PREVIEW_1("wasi_snapshot_preview1", List.of(Origin.START, Origin.CURRENT, Origin.END), 8, 48, 0);

  private static final List<Snapshot> ALL = List.of(PREVIEW_1, UNSTABLE);

  private final String module;
  private final List<Origin> origins;
  private final int linksBytes;
  private final int subscriptionBytes;
  private final int clockIdentifierBytes;

  Snapshot(
      String module,
      List<Origin> origins,
      int linksBytes,
      int subscriptionBytes,
      int clockIdentifierBytes) {
    this.module = module;
    this.origins = origins;
    this.linksBytes = linksBytes;
    this.subscriptionBytes = subscriptionBytes;
    this.clockIdentifierBytes = clockIdentifierBytes;
  }

  /** The snapshot of a module name that guests import from, or null when it is none. */
  public static @Nullable Snapshot of(String module) {
    // Asked for each import of each activation.
    for (Snapshot snapshot : ALL) {
      if (snapshot.module.equals(module)) {
        return snapshot;
      }
    }
    return null;
  }

  /** The module name that guests import from. */
  public String module() {
    return module;
  }

  /** What a {@code whence} means. */
  public Origin origin(long whence) throws FileException {
    long index = Guest.u32(whence);
    if (index >= origins.size()) {
      throw new FileException(FileError.INVALID);
    }
    return origins.get((int) index);
  }

  /** Stores a {@code filestat}. */
  public void storeFilestat(GuestMemory memory, long address, Attributes attributes) {
    long afterLinks = address + 24 + (linksBytes == 8 ? 8 : 0);
    Guest.check(memory, address, afterLinks + 32 - address);
    memory.putLong(address, attributes.device());
    memory.putLong(address + 8, attributes.inode());
    memory.putLong(address + 16, Structures.filetype(attributes.type()));
    if (linksBytes == 8) {
      memory.putLong(address + 24, attributes.links());
    } else {
      memory.putInt(address + 20, (int) Math.min(attributes.links(), 0xFFFF_FFFFL));
    }
    memory.putLong(afterLinks, attributes.size());
    memory.putLong(afterLinks + 8, attributes.accessed());
    memory.putLong(afterLinks + 16, attributes.modified());
    memory.putLong(afterLinks + 24, attributes.changed());
  }

  /** Bytes of a {@code subscription}. */
  public int subscriptionBytes() {
    return subscriptionBytes;
  }

  /** Where the clock of a {@code subscription} begins. */
  public int clockOffset() {
    return 16 + clockIdentifierBytes;
  }
}
