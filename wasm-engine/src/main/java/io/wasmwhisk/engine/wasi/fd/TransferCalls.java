// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.fd;

import io.wasmwhisk.engine.files.Descriptor;
import io.wasmwhisk.engine.files.DirectoryDescriptor;
import io.wasmwhisk.engine.files.FileDescriptor;
import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.runtime.GuestMemory;
import io.wasmwhisk.engine.wasi.abi.Errno;
import io.wasmwhisk.engine.wasi.abi.Guest;
import io.wasmwhisk.engine.wasi.abi.GuestProcess;
import io.wasmwhisk.engine.wasi.abi.Rights;
import io.wasmwhisk.engine.wasi.abi.Snapshot;
import io.wasmwhisk.engine.wasi.abi.WasiCall;

/** fd_read, fd_write, fd_pread, fd_pwrite, fd_seek, fd_tell. */
public final class TransferCalls {
  private TransferCalls() {}

  /** {@code fd_read(fd, iovs: pointer, iovs_len: size, nread: out size)}. */
  public static Errno read(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException, InterruptedException {
    Descriptor descriptor = opened(process, arguments[0], Rights.FD_READ);
    Guest.check(memory, Guest.u32(arguments[3]), 4);
    long moved =
        new Vectors(process, memory)
            .read(
                arguments[1],
                arguments[2],
                (buffer, length, before) -> descriptor.read(buffer, 0, length),
                () -> descriptor.readable() > 0);
    memory.putInt(Guest.u32(arguments[3]), (int) moved);
    return Errno.SUCCESS;
  }

  /** {@code fd_write(fd, iovs: pointer, iovs_len: size, nwritten: out size)}. */
  public static Errno write(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException, InterruptedException {
    Descriptor descriptor = opened(process, arguments[0], Rights.FD_WRITE);
    Guest.check(memory, Guest.u32(arguments[3]), 4);
    long moved =
        new Vectors(process, memory)
            .write(
                arguments[1],
                arguments[2],
                (buffer, length, before) -> descriptor.write(buffer, 0, length));
    memory.putInt(Guest.u32(arguments[3]), (int) moved);
    return Errno.SUCCESS;
  }

  /** {@code fd_pread(fd, iovs: pointer, iovs_len: size, offset: filesize, nread: out size)}. */
  public static Errno pread(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException, InterruptedException {
    FileDescriptor file = opened(process, arguments[0], Rights.FD_READ).file();
    process.file(arguments[0], Rights.FD_SEEK);
    Guest.check(memory, Guest.u32(arguments[4]), 4);
    long moved =
        new Vectors(process, memory)
            .read(
                arguments[1],
                arguments[2],
                (buffer, length, before) -> file.readAt(arguments[3] + before, buffer, 0, length),
                () -> true);
    memory.putInt(Guest.u32(arguments[4]), (int) moved);
    return Errno.SUCCESS;
  }

  /** {@code fd_pwrite(fd, iovs: pointer, iovs_len: size, offset: filesize, nwritten: out size)}. */
  public static Errno pwrite(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException, InterruptedException {
    FileDescriptor file = opened(process, arguments[0], Rights.FD_WRITE).file();
    process.file(arguments[0], Rights.FD_SEEK);
    Guest.check(memory, Guest.u32(arguments[4]), 4);
    long moved =
        new Vectors(process, memory)
            .write(
                arguments[1],
                arguments[2],
                (buffer, length, before) -> file.writeAt(arguments[3] + before, buffer, 0, length));
    memory.putInt(Guest.u32(arguments[4]), (int) moved);
    return Errno.SUCCESS;
  }

  /** {@code fd_seek(fd, offset: filedelta, whence, newoffset: out filesize)}. */
  public static WasiCall seek(Snapshot snapshot) {
    return (process, memory, arguments) -> {
      FileDescriptor file = process.file(arguments[0], Rights.FD_SEEK);
      FileDescriptor.Origin origin = snapshot.origin(arguments[2]);
      Guest.check(memory, Guest.u32(arguments[3]), 8);
      memory.putLong(Guest.u32(arguments[3]), file.seek(arguments[1], origin));
      return Errno.SUCCESS;
    };
  }

  /** {@code fd_tell(fd, offset: out filesize)}. */
  public static Errno tell(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException {
    FileDescriptor file = process.file(arguments[0], Rights.FD_TELL);
    memory.putLong(Guest.u32(arguments[1]), file.position());
    return Errno.SUCCESS;
  }

  /** POSIX calls a descriptor that is not open for reading or writing a bad one. */
  private static Descriptor opened(GuestProcess process, long argument, long right)
      throws FileException {
    Descriptor descriptor = process.descriptor(argument);
    if (descriptor instanceof DirectoryDescriptor) {
      throw new FileException(FileError.IS_DIRECTORY);
    }
    if ((Rights.base(descriptor) & right) == 0) {
      throw new FileException(FileError.BAD_DESCRIPTOR);
    }
    return descriptor;
  }
}
