// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;

/**
 * A whole line of output. Compared by identity: two equal lines are two lines.
 *
 * @see OutputCapture
 */
public final class CapturedLine {
  private final Instant time;
  private final StandardStream stream;
  private final byte[] kept;
  private final long length;

  CapturedLine(Instant time, StandardStream stream, byte[] kept, long length) {
    this.time = time;
    this.stream = stream;
    this.kept = kept;
    this.length = length;
  }

  /** Bytes the guest wrote, without the line end; can be more than were kept. */
  public long length() {
    return length;
  }

  /** The first bytes of the line as text, at most {@code most} bytes of them. */
  public String text(long most) {
    return new String(kept, 0, (int) Math.min(most, kept.length), UTF_8);
  }

  StandardStream stream() {
    return stream;
  }

  boolean isBlank() {
    for (byte octet : kept) {
      if (octet != ' ' && octet != '\t' && octet != '\r') {
        return false;
      }
    }
    return true;
  }

  CapturedLine cut(long most) {
    return new CapturedLine(
        time,
        stream,
        Arrays.copyOf(kept, (int) Math.min(most, kept.length)),
        Math.min(most, length));
  }

  /** Windows line ends are line ends. */
  LogLine toLogLine() {
    int end = kept.length > 0 && kept[kept.length - 1] == '\r' ? kept.length - 1 : kept.length;
    return new LogLine(time, stream, new String(kept, 0, end, UTF_8));
  }
}
