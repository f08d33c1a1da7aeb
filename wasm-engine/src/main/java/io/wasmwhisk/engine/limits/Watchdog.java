// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

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
    Future<?> pending = scheduler.schedule(expiry, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> pending.cancel(false);
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
  }
}
