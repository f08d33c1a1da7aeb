// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits;

import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** A line in the making: keeps its first bytes, counts the rest. */
final class LineBuffer {
  private final long most;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long length;
  private boolean started;

  LineBuffer(long most) {
    this.most = most;
  }

  boolean isEmpty() {
    return !started;
  }

  void append(byte[] bytes, int offset, int count) {
    started |= count > 0;
    length += count;
    kept.write(bytes, offset, (int) Math.min(count, most - kept.size()));
  }

  /** The line as it stands; the buffer is empty after it. */
  CapturedLine take(Instant time, StandardStream stream) {
    CapturedLine line = new CapturedLine(time, stream, kept.toByteArray(), length);
    kept.reset();
    length = 0;
    started = false;
    return line;
  }
}
