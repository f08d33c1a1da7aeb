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
  /** A byte of a line is kept as it is, and then becomes a character of up to two bytes. */
  static final int BYTE_COST = 3;

  /** Objects that even an empty line is made of, here and as a {@link LogLine}. */
  static final int LINE_COST = 192;

  private final Instant time;
  private final StandardStream stream;
  private final byte[] kept;
  private final long length;
  private final boolean whole;

  /**
   * @param whole whether there was memory for all that was to be kept
   */
  CapturedLine(Instant time, StandardStream stream, byte[] kept, long length, boolean whole) {
    this.time = time;
    this.stream = stream;
    this.kept = kept;
    this.length = length;
    this.whole = whole;
  }

  /** Bytes the guest wrote, without the line end; can be more than were kept. */
  public long length() {
    return length;
  }

  /** The first bytes of the line as text, at most {@code most} bytes of them. */
  public String text(long most) {
    return new String(kept, 0, (int) Math.min(most, kept.length), UTF_8);
  }

  /** Whether all is here that was to be kept; false where memory was refused for it. */
  public boolean whole() {
    return whole;
  }

  /** What was paid for its bytes, as they were written. */
  long byteCost() {
    return (long) BYTE_COST * kept.length;
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
    return whole;
  }

  CapturedLine cut(long most) {
    byte[] first = Arrays.copyOf(kept, (int) Math.min(most, kept.length));
    return new CapturedLine(time, stream, first, Math.min(most, length), whole);
  }

  /** Nothing of it but that it was there, for want of memory. */
  CapturedLine lost() {
    return new CapturedLine(time, stream, new byte[0], length, false);
  }

  /** Windows line ends are line ends. */
  LogLine toLogLine() {
    int end = kept.length > 0 && kept[kept.length - 1] == '\r' ? kept.length - 1 : kept.length;
    return new LogLine(time, stream, new String(kept, 0, end, UTF_8));
  }
}
