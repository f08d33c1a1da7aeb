// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The threads that guests run on: platform threads, because their stack size can be chosen (a
 * guest's call depth is bounded by it) and because they can be interrupted. Only touched pages of a
 * stack cost memory.
 */
public final class GuestThreads implements AutoCloseable {
  private static final long IDLE_SECONDS = 10;

  private final AtomicLong count = new AtomicLong();
  private final ThreadPoolExecutor executor;

  /**
   * As many threads as there is work; whoever gives it bounds it.
   *
   * @param stackBytes size of each thread's stack
   */
  public GuestThreads(long stackBytes) {
    executor =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> newThread(work, stackBytes));
  }

  private Thread newThread(Runnable work, long stackBytes) {
    Thread thread = new Thread(null, work, "wasm-guest-" + count.getAndIncrement(), stackBytes);
    thread.setDaemon(true);
    return thread;
  }

  /** Runs {@code guest} on a thread of its own; false when the system gives no more of them. */
  public boolean tryRun(Runnable guest) {
    try {
      executor.execute(guest);
      return true;
    } catch (RejectedExecutionException | OutOfMemoryError none) {
      return false;
    }
  }

  /** Starts no more. */
  @Override
  public void close() {
    executor.shutdown();
  }
}
