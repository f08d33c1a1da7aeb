// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.timing;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Real time. Nearly every alarm is cancelled, and long before it is due; so a cancelled one is
 * forgotten at once, which Akka's scheduler does not do.
 */
public final class SystemTimer implements Timer, AutoCloseable {
  private final ScheduledThreadPoolExecutor alarms;
  private final Executor executor;

  /**
   * A timer with one thread, which only wakes.
   *
   * @param executor where tasks run
   */
  public SystemTimer(Executor executor) {
    this.executor = executor;
    alarms = new ScheduledThreadPoolExecutor(1, SystemTimer::thread);
    alarms.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Alarm after(Duration delay, Runnable task) {
    ScheduledFuture<?> alarm =
        alarms.schedule(() -> executor.execute(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    return () -> alarm.cancel(false);
  }

  /** Alarms that are not due yet never will be. */
  @Override
  public void close() {
    alarms.shutdownNow();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "wasmwhisk-timer");
    thread.setDaemon(true);
    return thread;
  }
}
