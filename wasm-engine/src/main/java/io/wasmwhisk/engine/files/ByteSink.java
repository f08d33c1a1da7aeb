// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files;

import java.io.IOException;
import java.io.OutputStream;

/** Where a guest's standard output or error goes. Used by one guest's thread. */
@FunctionalInterface
public interface ByteSink {

  /**
   * Takes bytes.
   *
   * @return bytes taken, from 1 to {@code length}; a bounded sink takes what still fits
   * @throws IOException when it takes none: the guest gets an error and goes on. A {@link
   *     io.wasmwhisk.engine.files.tree.FileException} chooses which one, anything else is an
   *     input/output error.
   */
  int write(byte[] source, int offset, int length) throws IOException;

  /** Takes everything and keeps nothing. */
  static ByteSink discarding() {
    return (source, offset, length) -> length;
  }

  /** A stream, flushed after each write. It is not closed. */
  static ByteSink of(OutputStream stream) {
    return (source, offset, length) -> {
      stream.write(source, offset, length);
      stream.flush();
      return length;
    };
  }
}
