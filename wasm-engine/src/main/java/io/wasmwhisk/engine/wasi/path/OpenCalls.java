// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.path;

import io.wasmwhisk.engine.files.Descriptor;
import io.wasmwhisk.engine.files.DirectoryDescriptor;
import io.wasmwhisk.engine.files.StatusFlags;
import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.files.tree.OpenMode;
import io.wasmwhisk.engine.runtime.GuestMemory;
import io.wasmwhisk.engine.wasi.abi.Errno;
import io.wasmwhisk.engine.wasi.abi.Guest;
import io.wasmwhisk.engine.wasi.abi.GuestProcess;
import io.wasmwhisk.engine.wasi.abi.Rights;
import io.wasmwhisk.engine.wasi.abi.Structures;

/** path_open. */
public final class OpenCalls {
  private static final int CREAT = 1;
  private static final int DIRECTORY = 1 << 1;
  private static final int EXCL = 1 << 2;
  private static final int TRUNC = 1 << 3;
  private static final int ALL_OFLAGS = (1 << 4) - 1;

  private OpenCalls() {}

  /**
   * {@code path_open(fd, dirflags: lookupflags, path: pointer, path_len: size, oflags,
   * fs_rights_base: rights, fs_rights_inheriting: rights, fdflags, opened: out fd)}.
   *
   * <p>Reading and writing are refused when the directory cannot hand them on. Other rights that
   * are asked for and cannot be had are left out: compilers' libraries ask for all there are. A
   * directory gets all that its parent hands on, as in Wasmtime, since Go asks for too few to make
   * files in it.
   */
  public static Errno open(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException {
    int oflags = Structures.known(arguments[4], ALL_OFLAGS);
    DirectoryDescriptor directory = process.directory(arguments[0], neededRights(oflags));
    boolean follow = Lookup.follow(arguments[1]);
    String path = Guest.path(memory, arguments[2], arguments[3]);
    StatusFlags flags = Structures.flags(arguments[7]);
    OpenMode mode = mode(oflags, arguments[5], Rights.inheriting(directory));
    Guest.check(memory, Guest.u32(arguments[8]), 4);
    if (!process.descriptors().hasRoom()) {
      return Errno.NFILE;
    }
    Descriptor opened = directory.open(path, follow, mode, (oflags & DIRECTORY) != 0);
    long handedOn = Rights.inheriting(directory);
    long asked = opened instanceof DirectoryDescriptor ? handedOn : arguments[5];
    opened.restrict(handedOn & asked, handedOn);
    opened.setFlags(flags);
    memory.putInt(Guest.u32(arguments[8]), process.descriptors().add(opened));
    return Errno.SUCCESS;
  }

  private static long neededRights(int oflags) {
    return Rights.PATH_OPEN
        | ((oflags & CREAT) != 0 ? Rights.PATH_CREATE_FILE : 0)
        | ((oflags & TRUNC) != 0 ? Rights.PATH_FILESTAT_SET_SIZE : 0);
  }

  private static OpenMode mode(int oflags, long asked, long inheriting) throws FileException {
    if ((asked & ~inheriting & (Rights.FD_READ | Rights.FD_WRITE)) != 0) {
      throw new FileException(FileError.NOT_CAPABLE);
    }
    return new OpenMode(
        (asked & Rights.FD_READ) != 0,
        (asked & Rights.FD_WRITE) != 0,
        (oflags & CREAT) != 0,
        (oflags & CREAT) != 0 && (oflags & EXCL) != 0,
        (oflags & TRUNC) != 0);
  }
}
