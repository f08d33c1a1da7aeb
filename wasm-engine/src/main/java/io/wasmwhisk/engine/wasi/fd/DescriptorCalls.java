// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.fd;

import io.wasmwhisk.engine.files.Descriptor;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.runtime.GuestMemory;
import io.wasmwhisk.engine.wasi.abi.Errno;
import io.wasmwhisk.engine.wasi.abi.Guest;
import io.wasmwhisk.engine.wasi.abi.GuestProcess;
import io.wasmwhisk.engine.wasi.abi.Rights;
import io.wasmwhisk.engine.wasi.abi.Structures;

/** fd_close, fd_renumber, fd_fdstat_get, fd_fdstat_set_flags, fd_fdstat_set_rights. */
public final class DescriptorCalls {
  private DescriptorCalls() {}

  /** {@code fd_close(fd)}. */
  public static Errno close(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException {
    process.descriptors().close((int) arguments[0]);
    return Errno.SUCCESS;
  }

  /** {@code fd_renumber(fd, to: fd)}. */
  public static Errno renumber(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException {
    process.descriptors().renumber((int) arguments[0], (int) arguments[1]);
    return Errno.SUCCESS;
  }

  /** {@code fd_fdstat_get(fd, stat: out fdstat)}. */
  public static Errno fdstatGet(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException {
    Structures.storeFdstat(memory, Guest.u32(arguments[1]), process.descriptor(arguments[0]));
    return Errno.SUCCESS;
  }

  /** {@code fd_fdstat_set_flags(fd, flags: fdflags)}. */
  public static Errno fdstatSetFlags(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException {
    process
        .descriptor(arguments[0], Rights.FD_FDSTAT_SET_FLAGS)
        .setFlags(Structures.flags(arguments[1]));
    return Errno.SUCCESS;
  }

  /** {@code fd_fdstat_set_rights(fd, fs_rights_base: rights, fs_rights_inheriting: rights)}. */
  public static Errno fdstatSetRights(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException {
    Descriptor descriptor = process.descriptor(arguments[0]);
    long added =
        (arguments[1] & ~Rights.base(descriptor)) | (arguments[2] & ~Rights.inheriting(descriptor));
    if (added != 0) {
      return Errno.NOTCAPABLE;
    }
    descriptor.restrict(arguments[1], arguments[2]);
    return Errno.SUCCESS;
  }
}
