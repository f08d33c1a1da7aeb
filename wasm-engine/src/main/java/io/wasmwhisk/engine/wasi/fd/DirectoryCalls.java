// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.fd;

import io.wasmwhisk.engine.files.DirectoryDescriptor;
import io.wasmwhisk.engine.files.tree.Attributes;
import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.files.tree.NodeType;
import io.wasmwhisk.engine.runtime.GuestMemory;
import io.wasmwhisk.engine.wasi.abi.Errno;
import io.wasmwhisk.engine.wasi.abi.Guest;
import io.wasmwhisk.engine.wasi.abi.GuestProcess;
import io.wasmwhisk.engine.wasi.abi.Rights;
import io.wasmwhisk.engine.wasi.abi.Structures;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** fd_prestat_get, fd_prestat_dir_name, fd_readdir. */
public final class DirectoryCalls {
  private static final int PREOPENTYPE_DIR = 0;
  private static final int DIRENT_BYTES = 24;

  private DirectoryCalls() {}

  /** {@code fd_prestat_get(fd, buf: out prestat)}; a libc asks until it gets {@code badf}. */
  public static Errno prestatGet(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException {
    byte[] name = grantedName(process, arguments[0]);
    memory.putLong(Guest.u32(arguments[1]), PREOPENTYPE_DIR | (long) name.length << 32);
    return Errno.SUCCESS;
  }

  /** {@code fd_prestat_dir_name(fd, path: pointer, path_len: size)}. */
  public static Errno prestatDirName(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException {
    byte[] name = grantedName(process, arguments[0]);
    if (Guest.u32(arguments[2]) < name.length) {
      return Errno.NAMETOOLONG;
    }
    memory.write(Guest.u32(arguments[1]), name);
    return Errno.SUCCESS;
  }

  private static byte[] grantedName(GuestProcess process, long argument) throws FileException {
    if (process.descriptor(argument) instanceof DirectoryDescriptor directory) {
      String path = directory.grantedPath();
      if (path != null) {
        return path.getBytes(StandardCharsets.UTF_8);
      }
    }
    throw new FileException(FileError.BAD_DESCRIPTOR);
  }

  /**
   * {@code fd_readdir(fd, buf: pointer, buf_len: size, cookie: dircookie, bufused: out size)}. The
   * last entry is cut where the buffer ends, which tells the guest that there are more. A cookie is
   * the number of entries before; 0 reads the directory afresh.
   */
  public static Errno readdir(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException {
    DirectoryDescriptor directory = process.directory(arguments[0], Rights.FD_READDIR);
    long buffer = Guest.u32(arguments[1]);
    long capacity = Guest.u32(arguments[2]);
    Guest.check(memory, buffer, capacity);
    Guest.check(memory, Guest.u32(arguments[4]), 4);
    List<String> names = directory.names(arguments[3] == 0);
    long used = 0;
    for (long index = arguments[3]; 0 <= index && index < names.size() + 2; index++) {
      if (used == capacity) {
        break;
      }
      byte[] entry = dirent(directory, names, (int) index);
      used += Guest.store(memory, buffer + used, capacity - used, entry);
    }
    memory.putInt(Guest.u32(arguments[4]), (int) used);
    return Errno.SUCCESS;
  }

  /** A {@code dirent} and its name. The parent is outside, so {@code ..} shows the directory. */
  private static byte[] dirent(DirectoryDescriptor directory, List<String> names, int index)
      throws FileException {
    boolean self = index < 2;
    String name = self ? "..".substring(1 - index) : names.get(index - 2);
    Optional<Attributes> attributes =
        self ? Optional.of(directory.attributes()) : directory.entry(name);
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(DIRENT_BYTES + text.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(index + 1L);
    bytes.putLong(attributes.map(Attributes::inode).orElse(0L));
    bytes.putInt(text.length);
    bytes.putInt(Structures.filetype(attributes.map(Attributes::type).orElse(NodeType.UNKNOWN)));
    return bytes.put(text).array();
  }
}
