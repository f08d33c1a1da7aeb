// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.spec;

import io.wasmwhisk.engine.runtime.GuestInstance;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Stops a guest that does not end. */
final class Alarm implements AutoCloseable {
  private static final long SECONDS = 60;

  private final ScheduledExecutorService threads = Executors.newSingleThreadScheduledExecutor();

  /** What {@code work} gives, with the guest stopped when that takes too long. */
  <T> T during(GuestInstance guest, Supplier<T> work) {
    ScheduledFuture<?> alarm = threads.schedule(guest::interrupt, SECONDS, TimeUnit.SECONDS);
    try {
      return work.get();
    } finally {
      alarm.cancel(false);
      Thread.interrupted();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
