// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.run;

import io.wasmwhisk.engine.limits.GuestThreads;
import io.wasmwhisk.engine.limits.Watchdog;
import io.wasmwhisk.engine.runtime.GuestCode;
import java.time.Duration;
import java.util.Optional;

/** Starts guests. */
public final class GuestRunner implements AutoCloseable {
  private final GuestThreads threads;
  private final Watchdog watchdog = new Watchdog();

  /**
   * @param threads where guests run; closed with this
   */
  public GuestRunner(GuestThreads threads) {
    this.threads = threads;
  }

  /**
   * Starts a guest; does not wait for it.
   *
   * @param code a module prepared by {@code ModuleRewriter}
   * @param task what the guest is given
   * @param memoryPages linear memory it may have
   * @param time wall time it may take, from now; empty for no limit
   */
  public <T> RunningGuest<T> start(
      GuestCode code, GuestTask<T> task, int memoryPages, Optional<Duration> time) {
    RunningGuest<T> guest = new RunningGuest<>(code, task, memoryPages, watchdog);
    time.ifPresent(guest::expireAfter);
    if (!threads.tryRun(guest)) {
      guest.refuse();
    }
    return guest;
  }

  @Override
  public void close() {
    threads.close();
    watchdog.close();
  }
}
