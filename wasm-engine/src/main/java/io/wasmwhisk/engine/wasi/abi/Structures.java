// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.abi;

import io.wasmwhisk.engine.files.Descriptor;
import io.wasmwhisk.engine.files.StatusFlags;
import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.files.tree.NodeType;
import io.wasmwhisk.engine.files.tree.Times;
import io.wasmwhisk.engine.runtime.GuestMemory;
import java.util.OptionalLong;

/** Records and flags of the specification, between our values and a guest's memory. */
public final class Structures {
  private static final int FDSTAT_BYTES = 24;

  private static final int APPEND = 1;
  private static final int DSYNC = 1 << 1;
  private static final int NONBLOCK = 1 << 2;
  private static final int RSYNC = 1 << 3;
  private static final int SYNC = 1 << 4;
  private static final int ALL_FDFLAGS = (1 << 5) - 1;

  private static final int ATIM = 1;
  private static final int ATIM_NOW = 1 << 1;
  private static final int MTIM = 1 << 2;
  private static final int MTIM_NOW = 1 << 3;
  private static final int ALL_FSTFLAGS = (1 << 4) - 1;

  private Structures() {}

  /** {@code filetype}. */
  public static byte filetype(NodeType type) {
    return switch (type) {
      case UNKNOWN -> 0;
      case CHARACTER_DEVICE -> 2;
      case DIRECTORY -> 3;
      case REGULAR_FILE -> 4;
      case SYMBOLIC_LINK -> 7;
    };
  }

  /** Stores an {@code fdstat}. */
  public static void storeFdstat(GuestMemory memory, long address, Descriptor descriptor) {
    Guest.check(memory, address, FDSTAT_BYTES);
    long flags = fdflags(descriptor.flags());
    memory.putLong(address, filetype(descriptor.type()) | flags << 16);
    memory.putLong(address + 8, Rights.base(descriptor));
    memory.putLong(address + 16, Rights.inheriting(descriptor));
  }

  /** {@code fdflags} as a value; {@link FileError#INVALID} for unknown bits. */
  public static StatusFlags flags(long fdflags) throws FileException {
    int bits = known(fdflags, ALL_FDFLAGS);
    return new StatusFlags(
        (bits & APPEND) != 0,
        (bits & NONBLOCK) != 0,
        (bits & DSYNC) != 0,
        (bits & RSYNC) != 0,
        (bits & SYNC) != 0);
  }

  private static int fdflags(StatusFlags flags) {
    return (flags.append() ? APPEND : 0)
        | (flags.nonBlocking() ? NONBLOCK : 0)
        | (flags.dataSync() ? DSYNC : 0)
        | (flags.readSync() ? RSYNC : 0)
        | (flags.sync() ? SYNC : 0);
  }

  /**
   * Time stamps and their {@code fstflags} as a value.
   *
   * @throws FileException {@link FileError#INVALID} for unknown bits, or when a time is to be both
   *     the given one and the present one
   */
  public static Times times(long accessed, long modified, long fstflags, WasiClock clock)
      throws FileException {
    int bits = known(fstflags, ALL_FSTFLAGS);
    return new Times(
        time(accessed, (bits & ATIM) != 0, (bits & ATIM_NOW) != 0, clock),
        time(modified, (bits & MTIM) != 0, (bits & MTIM_NOW) != 0, clock));
  }

  private static OptionalLong time(long given, boolean set, boolean now, WasiClock clock)
      throws FileException {
    if (set && now) {
      throw new FileException(FileError.INVALID);
    }
    return set
        ? OptionalLong.of(given)
        : now ? OptionalLong.of(clock.realtime()) : OptionalLong.empty();
  }

  /** Flags of which only {@code all} exist. */
  public static int known(long flags, int all) throws FileException {
    if ((Guest.u32(flags) & ~all) != 0) {
      throw new FileException(FileError.INVALID);
    }
    return (int) flags;
  }
}
