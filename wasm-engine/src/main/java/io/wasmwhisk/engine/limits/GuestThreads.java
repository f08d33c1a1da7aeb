// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits;

import java.time.Duration;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The threads that guests run on: platform threads, because their stack size can be chosen (a
 * guest's call depth is bounded by it) and because they can be interrupted. Only touched pages of a
 * stack cost memory.
 *
 * <p>The one that was idle last gets the next guest, so that a few stay warm and the others end.
 * {@code ThreadPoolExecutor} takes turns among them: guests that come one after the other went from
 * thread to thread, each of which came back from a longer sleep, with a Context that another one
 * had used.
 */
public final class GuestThreads implements AutoCloseable {
  private static final Duration IDLE = Duration.ofSeconds(10);

  /** In place of a guest: the thread takes no more. */
  private static final Runnable GONE = () -> {};

  private final AtomicLong count = new AtomicLong();
  private final Deque<Worker> idle = new ConcurrentLinkedDeque<>();
  private final long stackBytes;
  private final long idleNanos;
  private volatile boolean closed;

  /**
   * As many threads as there is work; whoever gives it bounds it.
   *
   * @param stackBytes size of each thread's stack
   */
  public GuestThreads(long stackBytes) {
    this(stackBytes, IDLE);
  }

  GuestThreads(long stackBytes, Duration idleTime) {
    this.stackBytes = stackBytes;
    this.idleNanos = idleTime.toNanos();
  }

  /** Runs {@code guest} on a thread of its own; false when the system gives no more of them. */
  public boolean tryRun(Runnable guest) {
    if (closed) {
      return false;
    }
    for (Worker worker = idle.pollFirst(); worker != null; worker = idle.pollFirst()) {
      if (worker.tryTake(guest)) {
        return true;
      }
    }
    try {
      new Worker(guest).start();
      return true;
    } catch (OutOfMemoryError none) {
      return false;
    }
  }

  /** Starts no more. */
  @Override
  public void close() {
    closed = true;
    for (Worker worker = idle.pollFirst(); worker != null; worker = idle.pollFirst()) {
      worker.tryTake(GONE);
    }
  }

  /** How many threads wait for a guest. */
  int idle() {
    return idle.size();
  }

  /** A thread and its next guest: null while it waits for one. */
  private final class Worker implements Runnable {
    private final AtomicReference<@Nullable Runnable> next;
    private final Thread thread;

    Worker(Runnable first) {
      next = new AtomicReference<>(first);
      thread = new Thread(null, this, "wasm-guest-" + count.getAndIncrement(), stackBytes);
      thread.setDaemon(true);
    }

    void start() {
      thread.start();
    }

    boolean tryTake(Runnable guest) {
      boolean taken = next.compareAndSet(null, guest);
      LockSupport.unpark(thread);
      return taken;
    }

    @Override
    public void run() {
      while (runNext()) {
        next.set(null);
        idle.addFirst(this);
        if (closed) {
          close();
        }
        await();
      }
    }

    /** In a frame of its own: while the thread waits, nothing of the guest is reachable from it. */
    private boolean runNext() {
      Runnable guest = Objects.requireNonNull(next.get());
      guest.run();
      return guest != GONE;
    }

    /** Until there is a next guest, which is {@link #GONE} after a while without one. */
    private void await() {
      long end = System.nanoTime() + idleNanos;
      while (next.get() == null) {
        long left = end - System.nanoTime();
        if (left <= 0 && next.compareAndSet(null, GONE)) {
          idle.removeLastOccurrence(this);
        } else {
          LockSupport.parkNanos(this, left);
          // A late interruption was for a guest that has ended; parking again must wait for it.
          Thread.interrupted();
        }
      }
    }
  }
}
