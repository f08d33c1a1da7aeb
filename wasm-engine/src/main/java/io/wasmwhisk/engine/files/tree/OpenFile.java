// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files.tree;

/**
 * The content of one opened regular file, addressed by absolute position. It keeps working when the
 * file's name is removed. Not thread-safe.
 */
public interface OpenFile extends AutoCloseable {

  /** What is known of the file now. */
  Attributes attributes() throws FileException;

  /** The present size in bytes. */
  long size() throws FileException;

  /**
   * Reads up to {@code length} bytes at {@code position}.
   *
   * @return bytes read, 0 at and past the end
   */
  int read(long position, byte[] target, int offset, int length)
      throws FileException, InterruptedException;

  /**
   * Writes up to {@code length} bytes at {@code position}; a gap before it reads as zeros.
   *
   * @return bytes written, at least 1 unless {@code length} is 0
   */
  int write(long position, byte[] source, int offset, int length)
      throws FileException, InterruptedException;

  /** Cuts or extends with zeros to exactly {@code size} bytes. */
  void resize(long size) throws FileException, InterruptedException;

  /** Brings the content to the storage; with {@code metadata} the attributes too. */
  void sync(boolean metadata) throws FileException;

  /** Sets time stamps. */
  void setTimes(Times times) throws FileException;

  /** Gives the file back; idempotent. */
  @Override
  void close();
}
