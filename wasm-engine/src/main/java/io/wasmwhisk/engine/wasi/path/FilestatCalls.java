// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.path;

import io.wasmwhisk.engine.files.DirectoryDescriptor;
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

/** path_filestat_get, path_filestat_set_times. */
public final class FilestatCalls {
  private FilestatCalls() {}

  /**
   * {@code path_filestat_get(fd, flags: lookupflags, path: pointer, path_len: size, buf: out
   * filestat)}.
   */
  public static WasiCall get(Snapshot snapshot) {
    return (process, memory, arguments) -> {
      DirectoryDescriptor directory = process.directory(arguments[0], Rights.PATH_FILESTAT_GET);
      boolean follow = Lookup.follow(arguments[1]);
      String path = Guest.path(memory, arguments[2], arguments[3]);
      snapshot.storeFilestat(memory, Guest.u32(arguments[4]), directory.attributes(path, follow));
      return Errno.SUCCESS;
    };
  }

  /**
   * {@code path_filestat_set_times(fd, flags: lookupflags, path: pointer, path_len: size, atim:
   * timestamp, mtim: timestamp, fst_flags: fstflags)}.
   */
  public static Errno setTimes(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException {
    DirectoryDescriptor directory = process.directory(arguments[0], Rights.PATH_FILESTAT_SET_TIMES);
    boolean follow = Lookup.follow(arguments[1]);
    String path = Guest.path(memory, arguments[2], arguments[3]);
    Times times = Structures.times(arguments[4], arguments[5], arguments[6], process.clock());
    directory.setTimes(path, follow, times);
    return Errno.SUCCESS;
  }
}
