// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A blocking stream read ahead by a daemon thread, one buffer at a time. */
final class PumpedSource implements ByteSource {
  private static final int BUFFER = 8192;

  private final InputStream stream;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final byte[] buffer = new byte[BUFFER];
  private int start;
  private int end;
  private boolean started;
  private boolean ended;
  private @Nullable IOException failure;

  PumpedSource(InputStream stream) {
    this.stream = stream;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException, InterruptedException {
    await(Long.MAX_VALUE);
    lock.lock();
    try {
      if (start == end) {
        throwFailure();
        return END;
      }
      int count = Math.min(length, end - start);
      System.arraycopy(buffer, start, target, offset, count);
      start += count;
      changed.signalAll();
      return count;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int available() throws IOException {
    lock.lock();
    try {
      start();
      return start < end ? end - start : ended ? END : 0;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void await(long nanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      start();
      long left = nanos;
      while (start == end && !ended && left > 0) {
        if (nanos == Long.MAX_VALUE) {
          changed.await();
        } else {
          left = changed.awaitNanos(left);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void throwFailure() throws IOException {
    IOException thrown = failure;
    failure = null;
    if (thrown != null) {
      throw thrown;
    }
  }

  private void start() {
    if (!started) {
      started = true;
      Thread pump = new Thread(this::pump, "guest-stdin");
      pump.setDaemon(true);
      pump.start();
    }
  }

  private void pump() {
    byte[] chunk = new byte[BUFFER];
    try {
      for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
        offer(chunk, count);
      }
      finish(null);
    } catch (IOException e) {
      finish(e);
    } catch (InterruptedException e) {
      finish(new IOException("the reader of standard input was interrupted", e));
    }
  }

  private void offer(byte[] chunk, int count) throws InterruptedException {
    lock.lock();
    try {
      while (start < end) {
        changed.await();
      }
      System.arraycopy(chunk, 0, buffer, 0, count);
      start = 0;
      end = count;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void finish(@Nullable IOException reason) {
    lock.lock();
    try {
      ended = true;
      failure = reason;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
