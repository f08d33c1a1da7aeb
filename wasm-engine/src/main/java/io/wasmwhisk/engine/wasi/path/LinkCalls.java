// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.path;

import io.wasmwhisk.engine.files.DirectoryDescriptor;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.runtime.GuestMemory;
import io.wasmwhisk.engine.wasi.abi.Errno;
import io.wasmwhisk.engine.wasi.abi.Guest;
import io.wasmwhisk.engine.wasi.abi.GuestProcess;
import io.wasmwhisk.engine.wasi.abi.Rights;
import java.nio.charset.StandardCharsets;

/** path_link, path_symlink, path_readlink. */
public final class LinkCalls {
  private LinkCalls() {}

  /**
   * {@code path_link(old_fd, old_flags: lookupflags, old_path: pointer, old_path_len: size, new_fd,
   * new_path: pointer, new_path_len: size)}.
   */
  public static Errno link(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException {
    DirectoryDescriptor from = process.directory(arguments[0], Rights.PATH_LINK_SOURCE);
    DirectoryDescriptor to = process.directory(arguments[4], Rights.PATH_LINK_TARGET);
    from.link(
        Guest.path(memory, arguments[2], arguments[3]),
        Lookup.follow(arguments[1]),
        to,
        Guest.path(memory, arguments[5], arguments[6]));
    return Errno.SUCCESS;
  }

  /**
   * {@code path_symlink(old_path: pointer, old_path_len: size, fd, new_path: pointer, new_path_len:
   * size)}.
   */
  public static Errno symlink(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException {
    DirectoryDescriptor directory = process.directory(arguments[2], Rights.PATH_SYMLINK);
    directory.createSymbolicLink(
        Guest.path(memory, arguments[0], arguments[1]),
        Guest.path(memory, arguments[3], arguments[4]));
    return Errno.SUCCESS;
  }

  /**
   * {@code path_readlink(fd, path: pointer, path_len: size, buf: pointer, buf_len: size, bufused:
   * out size)}; a target longer than the buffer is cut.
   */
  public static Errno readlink(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException {
    DirectoryDescriptor directory = process.directory(arguments[0], Rights.PATH_READLINK);
    String target = directory.readLink(Guest.path(memory, arguments[1], arguments[2]));
    Guest.check(memory, Guest.u32(arguments[5]), 4);
    int used =
        Guest.store(
            memory,
            Guest.u32(arguments[3]),
            Guest.u32(arguments[4]),
            target.getBytes(StandardCharsets.UTF_8));
    memory.putInt(Guest.u32(arguments[5]), used);
    return Errno.SUCCESS;
  }
}
