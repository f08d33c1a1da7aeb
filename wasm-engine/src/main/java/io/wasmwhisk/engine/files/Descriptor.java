// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files;

import io.wasmwhisk.engine.files.tree.Attributes;
import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.files.tree.NodeType;
import io.wasmwhisk.engine.files.tree.Times;

/**
 * Something that a guest holds open. Every operation exists on every kind; what makes no sense for
 * a kind fails as POSIX says. Used by one guest's thread.
 */
public abstract sealed class Descriptor implements AutoCloseable
    permits InputDescriptor, OutputDescriptor, FileDescriptor, DirectoryDescriptor {

  private long rights = -1;
  private long inheriting = -1;
  private StatusFlags flags = StatusFlags.NONE;

  /** What this is. */
  public abstract NodeType type();

  /** What is known of it. */
  public Attributes attributes() throws FileException {
    return Attributes.ofStream(type());
  }

  /** Operations that are still allowed: bits of the guest interface's own, all set at first. */
  public final long rights() {
    return rights;
  }

  /** As {@link #rights()}, for descriptors opened through this one. */
  public final long inheriting() {
    return inheriting;
  }

  /** Takes operations away for good; bits that are clear already stay clear. */
  public final void restrict(long keptRights, long keptInheriting) {
    rights &= keptRights;
    inheriting &= keptInheriting;
  }

  /** How it behaves. */
  public final StatusFlags flags() {
    return flags;
  }

  /** Changes how it behaves. */
  public final void setFlags(StatusFlags newFlags) {
    flags = newFlags;
  }

  /**
   * Reads up to {@code length} bytes and moves on.
   *
   * @return bytes read, 0 at the end
   */
  public int read(byte[] target, int offset, int length)
      throws FileException, InterruptedException {
    throw new FileException(FileError.BAD_DESCRIPTOR);
  }

  /**
   * Writes up to {@code length} bytes and moves on.
   *
   * @return bytes written, at least 1 unless {@code length} is 0
   */
  public int write(byte[] source, int offset, int length)
      throws FileException, InterruptedException {
    throw new FileException(FileError.BAD_DESCRIPTOR);
  }

  /** Bytes that a read gets without waiting, 0 when it would wait, -1 at a stream's end. */
  public long readable() throws FileException {
    throw new FileException(FileError.BAD_DESCRIPTOR);
  }

  /** Waits until {@link #readable()} is not 0, at most so many nanoseconds. */
  public void awaitReadable(long nanos) throws InterruptedException {}

  /** The file behind it, which has a position; {@code NOT_SEEKABLE} for a stream. */
  public FileDescriptor file() throws FileException {
    throw new FileException(FileError.NOT_SEEKABLE);
  }

  /** The directory behind it; {@code NOT_DIRECTORY} for anything else. */
  public DirectoryDescriptor directory() throws FileException {
    throw new FileException(FileError.NOT_DIRECTORY);
  }

  /** Brings what was written to the storage; with {@code metadata} the attributes too. */
  public void sync(boolean metadata) throws FileException {}

  /** Sets time stamps. */
  public void setTimes(Times times) throws FileException {
    throw new FileException(FileError.BAD_DESCRIPTOR);
  }

  @Override
  public void close() {}
}
