// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files;

import java.io.IOException;
import java.io.InputStream;

/** Where a guest's standard input comes from. Used by one guest's thread. */
public interface ByteSource {

  /** What {@link #available()} answers when nothing will ever come any more. */
  int END = -1;

  /**
   * Waits for at least one byte and reads up to {@code length} of them; {@code length} is not 0.
   *
   * @return bytes read, {@link #END} at the end
   * @throws InterruptedException when the thread is interrupted while it waits
   */
  int read(byte[] target, int offset, int length) throws IOException, InterruptedException;

  /** Bytes that a read gets without waiting, 0 when it would wait, {@link #END} at the end. */
  int available() throws IOException;

  /**
   * Waits until {@link #available()} is not 0.
   *
   * @param nanos at most so long; {@link Long#MAX_VALUE} for ever
   */
  void await(long nanos) throws InterruptedException;

  /** No input at all. */
  static ByteSource empty() {
    return of(new byte[0]);
  }

  /** These bytes, which are not copied. */
  static ByteSource of(byte[] bytes) {
    return new ArraySource(bytes);
  }

  /**
   * A stream that may block, {@link System#in} for instance. From the first use on a daemon thread
   * reads it ahead into a small buffer, so that the guest's own waiting can be interrupted and can
   * have a time limit. Bytes read ahead that the guest did not ask for are lost.
   */
  static ByteSource pumping(InputStream stream) {
    return new PumpedSource(stream);
  }
}
