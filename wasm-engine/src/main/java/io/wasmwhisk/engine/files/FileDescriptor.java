// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files;

import io.wasmwhisk.engine.files.tree.Attributes;
import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.files.tree.NodeType;
import io.wasmwhisk.engine.files.tree.OpenFile;
import io.wasmwhisk.engine.files.tree.Times;

/** An open regular file and the guest's position in it. */
public final class FileDescriptor extends Descriptor {
  private final OpenFile file;
  private final boolean readable;
  private final boolean writable;
  private long position;

  FileDescriptor(OpenFile file, boolean readable, boolean writable) {
    this.file = file;
    this.readable = readable;
    this.writable = writable;
  }

  /** From where {@link #seek} counts. */
  public enum Origin {
    START,
    CURRENT,
    END
  }

  @Override
  public NodeType type() {
    return NodeType.REGULAR_FILE;
  }

  @Override
  public Attributes attributes() throws FileException {
    return file.attributes();
  }

  @Override
  public int read(byte[] target, int offset, int length)
      throws FileException, InterruptedException {
    int count = readAt(position, target, offset, length);
    position += count;
    return count;
  }

  @Override
  public int write(byte[] source, int offset, int length)
      throws FileException, InterruptedException {
    if (flags().append()) {
      position = file.size();
    }
    int count = writeAt(position, source, offset, length);
    position += count;
    return count;
  }

  /** Reads at a place of its own and leaves the position alone; 0 at and past the end. */
  public int readAt(long place, byte[] target, int offset, int length)
      throws FileException, InterruptedException {
    require(readable);
    boolean behindAnyEnd = valid(place) > Long.MAX_VALUE - length;
    return length == 0 || behindAnyEnd ? 0 : file.read(place, target, offset, length);
  }

  /** Writes at a place of its own and leaves the position alone. */
  public int writeAt(long place, byte[] source, int offset, int length)
      throws FileException, InterruptedException {
    require(writable);
    if (length == 0) {
      return 0;
    }
    if (valid(place) > Long.MAX_VALUE - length) {
      throw new FileException(FileError.FILE_TOO_LARGE);
    }
    int count = file.write(place, source, offset, length);
    if (flags().sync() || flags().dataSync()) {
      file.sync(flags().sync());
    }
    return count;
  }

  /**
   * Moves the position.
   *
   * @return the new position
   */
  public long seek(long distance, Origin origin) throws FileException {
    long base =
        switch (origin) {
          case START -> 0;
          case CURRENT -> position;
          case END -> file.size();
        };
    position = valid(base + distance);
    return position;
  }

  /** Where the next read or write happens. */
  public long position() {
    return position;
  }

  /** Cuts or extends the file with zeros. */
  public void resize(long size) throws FileException, InterruptedException {
    require(writable);
    file.resize(valid(size));
  }

  /** Makes the file at least {@code offset + length} bytes long. */
  public void allocate(long offset, long length) throws FileException, InterruptedException {
    require(writable);
    long end = valid(valid(offset) + valid(length));
    if (end > file.size()) {
      file.resize(end);
    }
  }

  @Override
  public long readable() throws FileException {
    require(readable);
    return Math.max(1, file.size() - position);
  }

  @Override
  public FileDescriptor file() {
    return this;
  }

  @Override
  public void sync(boolean metadata) throws FileException {
    file.sync(metadata);
  }

  @Override
  public void setTimes(Times times) throws FileException {
    file.setTimes(times);
  }

  @Override
  public void close() {
    file.close();
  }

  private static void require(boolean possible) throws FileException {
    if (!possible) {
      throw new FileException(FileError.BAD_DESCRIPTOR);
    }
  }

  /** Positions are signed 64-bit numbers that are not negative; sums that wrap are caught here. */
  private static long valid(long place) throws FileException {
    if (place < 0) {
      throw new FileException(FileError.INVALID);
    }
    return place;
  }
}
