// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.path;

import io.wasmwhisk.engine.files.DirectoryDescriptor;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.runtime.GuestMemory;
import io.wasmwhisk.engine.wasi.abi.Errno;
import io.wasmwhisk.engine.wasi.abi.Guest;
import io.wasmwhisk.engine.wasi.abi.GuestProcess;
import io.wasmwhisk.engine.wasi.abi.Rights;

/** path_create_directory, path_remove_directory, path_unlink_file, path_rename. */
public final class EntryCalls {
  private EntryCalls() {}

  /** {@code path_create_directory(fd, path: pointer, path_len: size)}. */
  public static Errno createDirectory(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException {
    process
        .directory(arguments[0], Rights.PATH_CREATE_DIRECTORY)
        .createDirectory(Guest.path(memory, arguments[1], arguments[2]));
    return Errno.SUCCESS;
  }

  /** {@code path_remove_directory(fd, path: pointer, path_len: size)}. */
  public static Errno removeDirectory(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException {
    process
        .directory(arguments[0], Rights.PATH_REMOVE_DIRECTORY)
        .removeDirectory(Guest.path(memory, arguments[1], arguments[2]));
    return Errno.SUCCESS;
  }

  /** {@code path_unlink_file(fd, path: pointer, path_len: size)}. */
  public static Errno unlinkFile(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException {
    process
        .directory(arguments[0], Rights.PATH_UNLINK_FILE)
        .removeFile(Guest.path(memory, arguments[1], arguments[2]));
    return Errno.SUCCESS;
  }

  /**
   * {@code path_rename(fd, old_path: pointer, old_path_len: size, new_fd: fd, new_path: pointer,
   * new_path_len: size)}.
   */
  public static Errno rename(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException {
    DirectoryDescriptor from = process.directory(arguments[0], Rights.PATH_RENAME_SOURCE);
    DirectoryDescriptor to = process.directory(arguments[3], Rights.PATH_RENAME_TARGET);
    from.rename(
        Guest.path(memory, arguments[1], arguments[2]),
        to,
        Guest.path(memory, arguments[4], arguments[5]));
    return Errno.SUCCESS;
  }
}
