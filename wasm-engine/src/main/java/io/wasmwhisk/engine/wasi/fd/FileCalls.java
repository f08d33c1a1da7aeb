// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.fd;

import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.files.tree.Times;
import io.wasmwhisk.engine.runtime.GuestMemory;
import io.wasmwhisk.engine.wasi.abi.Errno;
import io.wasmwhisk.engine.wasi.abi.Guest;
import io.wasmwhisk.engine.wasi.abi.GuestProcess;
import io.wasmwhisk.engine.wasi.abi.Rights;
import io.wasmwhisk.engine.wasi.abi.Snapshot;
import io.wasmwhisk.engine.wasi.abi.Structures;
import io.wasmwhisk.engine.wasi.abi.WasiCall;

/**
 * fd_advise, fd_allocate, fd_sync, fd_datasync, fd_filestat_get, fd_filestat_set_size,
 * fd_filestat_set_times.
 */
public final class FileCalls {
  private static final int ADVICES = 6;

  private FileCalls() {}

  /** {@code fd_advise(fd, offset: filesize, len: filesize, advice)}; good advice, not taken. */
  public static Errno advise(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException {
    process.file(arguments[0], Rights.FD_ADVISE);
    boolean known = Guest.u32(arguments[3]) < ADVICES && arguments[1] >= 0 && arguments[2] >= 0;
    return known ? Errno.SUCCESS : Errno.INVAL;
  }

  /** {@code fd_allocate(fd, offset: filesize, len: filesize)}. */
  public static Errno allocate(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException, InterruptedException {
    if (arguments[2] == 0) {
      process.file(arguments[0], Rights.FD_ALLOCATE);
      return Errno.INVAL;
    }
    process.file(arguments[0], Rights.FD_ALLOCATE).allocate(arguments[1], arguments[2]);
    return Errno.SUCCESS;
  }

  /** {@code fd_sync(fd)}. */
  public static Errno sync(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException {
    process.descriptor(arguments[0], Rights.FD_SYNC).sync(true);
    return Errno.SUCCESS;
  }

  /** {@code fd_datasync(fd)}. */
  public static Errno datasync(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException {
    process.descriptor(arguments[0], Rights.FD_DATASYNC).sync(false);
    return Errno.SUCCESS;
  }

  /** {@code fd_filestat_get(fd, buf: out filestat)}. */
  public static WasiCall filestatGet(Snapshot snapshot) {
    return (process, memory, arguments) -> {
      snapshot.storeFilestat(
          memory,
          Guest.u32(arguments[1]),
          process.descriptor(arguments[0], Rights.FD_FILESTAT_GET).attributes());
      return Errno.SUCCESS;
    };
  }

  /** {@code fd_filestat_set_size(fd, size: filesize)}. */
  public static Errno filestatSetSize(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException, InterruptedException {
    process.file(arguments[0], Rights.FD_FILESTAT_SET_SIZE).resize(arguments[1]);
    return Errno.SUCCESS;
  }

  /** {@code fd_filestat_set_times(fd, atim: timestamp, mtim: timestamp, fst_flags: fstflags)}. */
  public static Errno filestatSetTimes(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException {
    Times times = Structures.times(arguments[1], arguments[2], arguments[3], process.clock());
    process.descriptor(arguments[0], Rights.FD_FILESTAT_SET_TIMES).setTimes(times);
    return Errno.SUCCESS;
  }
}
