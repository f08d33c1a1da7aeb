// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.process;

import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.runtime.GuestMemory;
import io.wasmwhisk.engine.wasi.abi.Guest;
import io.wasmwhisk.engine.wasi.abi.Snapshot;

/** What a guest waits for ({@code subscription}). */
sealed interface Subscription {
  /** What the guest recognises the event by. */
  long userdata();

  /**
   * A moment.
   *
   * @param clock the {@code clockid}
   * @param timeout nanoseconds, unsigned
   * @param flags {@code subclockflags}
   */
  record Clock(long userdata, int clock, long timeout, int flags) implements Subscription {}

  /**
   * A descriptor that can be read or written.
   *
   * @param fd its number
   * @param forWriting whether it is to be written
   */
  record Ready(long userdata, long fd, boolean forWriting) implements Subscription {}

  /** The subscription at an address; {@link FileError#INVALID} when it is of no known kind. */
  static Subscription read(Snapshot snapshot, GuestMemory memory, long address)
      throws FileException {
    long userdata = memory.getLong(address);
    long clock = address + snapshot.clockOffset();
    return switch (memory.getByte(address + 8)) {
      case Event.CLOCK ->
          new Clock(
              userdata,
              memory.getInt(clock),
              memory.getLong(clock + 8),
              memory.getInt(clock + 24) & 0xFFFF);
      case Event.FD_READ -> new Ready(userdata, Guest.u32(memory, address + 16), false);
      case Event.FD_WRITE -> new Ready(userdata, Guest.u32(memory, address + 16), true);
      default -> throw new FileException(FileError.INVALID);
    };
  }
}
