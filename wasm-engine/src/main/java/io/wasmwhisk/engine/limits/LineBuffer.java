// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits;

import io.wasmwhisk.engine.limits.memory.MemoryAccount;
import java.io.ByteArrayOutputStream;
import java.time.Instant;

/**
 * A line in the making: keeps its first bytes, counts the rest. Keeps no more either once the
 * account has no bytes for it.
 */
final class LineBuffer {
  /** The buffer is at most twice its content, and beside it there is what it is copied to. */
  private static final int BUFFER_COST = 3 + CapturedLine.BYTE_COST;

  /** An empty buffer larger than this is not worth keeping. */
  private static final int IDLE_BYTES = 8 << 10;

  private final long most;
  private final MemoryAccount account;
  private ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long length;
  private boolean started;
  private boolean refused;

  LineBuffer(long most, MemoryAccount account) {
    this.most = most;
    this.account = account;
  }

  boolean isEmpty() {
    return !started;
  }

  void append(byte[] bytes, int offset, int count) {
    started |= count > 0;
    length += count;
    int wanted = refused ? 0 : (int) Math.min(count, most - kept.size());
    if (wanted > 0) {
      refused = !account.tryKeep((long) BUFFER_COST * wanted);
      kept.write(bytes, offset, refused ? 0 : wanted);
    }
  }

  /** The line as it stands; the buffer is empty after it. */
  CapturedLine take(Instant time, StandardStream stream) {
    CapturedLine line = new CapturedLine(time, stream, kept.toByteArray(), length, !refused);
    int size = kept.size();
    kept.reset();
    if (size > IDLE_BYTES) {
      kept = new ByteArrayOutputStream();
    }
    account.release((long) (BUFFER_COST - CapturedLine.BYTE_COST) * size);
    length = 0;
    started = false;
    refused = false;
    return line;
  }
}
