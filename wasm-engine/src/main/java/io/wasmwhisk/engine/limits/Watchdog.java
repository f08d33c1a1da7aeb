// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Calls back when a deadline passes. One thread serves all deadlines, so what it calls must not
 * block.
 *
 * <p>The race between a deadline and the end of the work it guards is not decided here: whoever
 * arms a deadline decides it with one compareAndSet, and {@link Deadlines.Armed#disarm()} is only
 * good manners.
 */
public final class Watchdog implements Deadlines, AutoCloseable {
  private final ScheduledThreadPoolExecutor scheduler;

  /** When the thread looks at what is due, whatever is disarmed until then; {@code nanoTime}. */
  private final AtomicLong nextLook = new AtomicLong(System.nanoTime());

  /** Starts the watchdog's thread. */
  public Watchdog() {
    scheduler =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("wasm-watchdog").factory());
    // A disarmed deadline is most of an hour away; its activation must not stay reachable so long.
    scheduler.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Armed arm(Duration delay, Runnable expiry) {
    lookAfter(delay.toNanos());
    Future<?> pending = scheduler.schedule(expiry, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> pending.cancel(false);
  }

  /**
   * A deadline that comes before all others wakes the thread, which costs as much as starting a
   * guest. One activation after the other would do so each time, and is disarmed each time: what
   * remains armed here, for nothing, is before the next one.
   */
  private void lookAfter(long delay) {
    long now = System.nanoTime();
    long planned = nextLook.get();
    boolean soonEnough = planned - now > 0 && planned - now <= delay;
    if (!soonEnough && nextLook.compareAndSet(planned, now + delay)) {
      scheduler.schedule(() -> {}, delay, TimeUnit.NANOSECONDS);
    }
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
  }
}
