// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits;

import io.wasmwhisk.engine.limits.memory.MemoryAccount;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a guest writes to stdout and stderr, as lines in the order they were completed, within a
 * bound: after it, bytes are counted and dropped and the guest goes on, as with a container's log
 * driver. Lines are bounded in number too, since even an empty one takes memory. What is kept is
 * taken from the activation's account first; what that refuses is dropped as if it were past the
 * bound.
 *
 * <p>The last line of stdout is set apart, since it may be the result: it never counts as a log.
 * Written by the guest's thread, readable from any thread at any time.
 */
public final class OutputCapture {
  /** Lines kept have at least so many bytes on average, */
  private static final long AVERAGE_LINE_BYTES = 64;

  /** except for the first of them. */
  private static final long LEAST_LINES = 1_000;

  private final Clock clock;
  private final MemoryAccount account;
  private final long logBytes;
  private final long logLines;
  private final LineBuffer stdout;
  private final LineBuffer stderr;
  private final List<CapturedLine> lines = new ArrayList<>();
  private @Nullable CapturedLine lastOfStdout;
  private Instant latest = Instant.MIN;
  private long loggedBytes;
  private long loggedLines;
  private boolean truncated;

  /**
   * @param clock stamps the lines
   * @param account pays for what is kept
   * @param logBytes bytes of log lines kept, line ends not counted, in at most a 64th as many lines
   *     (but always 1,000)
   * @param resultBytes bytes of the last line of stdout kept
   */
  public OutputCapture(Clock clock, MemoryAccount account, long logBytes, long resultBytes) {
    this.clock = clock;
    this.account = account;
    this.logBytes = logBytes;
    this.logLines = Math.max(LEAST_LINES, logBytes / AVERAGE_LINE_BYTES);
    long lineBytes = Math.max(logBytes, resultBytes);
    this.stdout = new LineBuffer(lineBytes, account);
    this.stderr = new LineBuffer(logBytes, account);
  }

  /** Where the guest's stdout goes. */
  public OutputStream stdout() {
    return new Sink(StandardStream.STDOUT, stdout);
  }

  /** Where the guest's stderr goes. */
  public OutputStream stderr() {
    return new Sink(StandardStream.STDERR, stderr);
  }

  /** The last line of stdout that is not blank; null when there is none. */
  public synchronized @Nullable CapturedLine lastLine() {
    finish();
    return lastOfStdout;
  }

  /** Everything else, or everything when the last line is no result. */
  public synchronized List<LogLine> logs(boolean withLastLine) {
    finish();
    if (withLastLine && lastOfStdout != null) {
      charge(lastOfStdout);
      lastOfStdout = null;
    }
    List<LogLine> logs = new ArrayList<>(lines.size());
    for (CapturedLine line : lines) {
      if (line != lastOfStdout) {
        logs.add(line.toLogLine());
      }
    }
    return List.copyOf(logs);
  }

  /** Whether log bytes were dropped. */
  public synchronized boolean truncated() {
    return truncated;
  }

  /** A line without its end is a line all the same once the guest is gone. */
  private void finish() {
    if (!stdout.isEmpty()) {
      add(stdout.take(now(), StandardStream.STDOUT));
    }
    if (!stderr.isEmpty()) {
      add(stderr.take(now(), StandardStream.STDERR));
    }
  }

  /** A clock may be set back; lines stay in the order of their times. */
  private Instant now() {
    Instant read = clock.instant();
    latest = read.isAfter(latest) ? read : latest;
    return latest;
  }

  private void add(CapturedLine taken) {
    CapturedLine line = keep(taken);
    if (line.stream() == StandardStream.STDERR || line.isBlank()) {
      charge(line);
      return;
    }
    CapturedLine previous = lastOfStdout;
    lastOfStdout = line;
    if (previous != null) {
      charge(previous);
    }
  }

  private CapturedLine keep(CapturedLine line) {
    if (account.tryKeep(CapturedLine.LINE_COST)) {
      lines.add(line);
      return line;
    }
    account.release(line.byteCost());
    return line.lost();
  }

  /** Counts a line as a log; cuts or drops it where the bound is reached. */
  private void charge(CapturedLine line) {
    int at = lines.lastIndexOf(line);
    boolean full = at < 0 || loggedLines == logLines;
    long left = full ? 0 : logBytes - loggedBytes;
    if (!full && line.length() <= left) {
      loggedBytes += line.length();
      loggedLines++;
      truncated |= !line.whole();
      return;
    }
    truncated = true;
    if (at >= 0) {
      cutAt(at, left);
    }
  }

  private void cutAt(int at, long left) {
    CapturedLine line = lines.get(at);
    if (left == 0) {
      lines.remove(at);
      account.release(line.byteCost() + CapturedLine.LINE_COST);
      return;
    }
    CapturedLine first = line.cut(left);
    lines.set(at, first);
    account.release(line.byteCost() - first.byteCost());
    loggedBytes += left;
    loggedLines++;
  }

  private final class Sink extends OutputStream {
    private final StandardStream stream;
    private final LineBuffer line;

    Sink(StandardStream stream, LineBuffer line) {
      this.stream = stream;
      this.line = line;
    }

    @Override
    public void write(int octet) {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      synchronized (OutputCapture.this) {
        int start = offset;
        for (int i = offset; i < offset + length; i++) {
          if (bytes[i] == '\n') {
            line.append(bytes, start, i - start);
            add(line.take(now(), stream));
            start = i + 1;
          }
        }
        line.append(bytes, start, offset + length - start);
      }
    }
  }
}
