// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.run;

import io.wasmwhisk.engine.limits.GuestThreads;
import io.wasmwhisk.engine.limits.Watchdog;
import io.wasmwhisk.engine.runtime.GuestCode;
import io.wasmwhisk.engine.schedule.Bounds;
import io.wasmwhisk.engine.schedule.Claim;
import io.wasmwhisk.engine.schedule.Load;
import io.wasmwhisk.engine.schedule.Turns;
import java.time.Duration;
import java.util.Optional;

/** Starts guests. */
public final class GuestRunner implements AutoCloseable {
  /**
   * How long a guest keeps a processor while others wait: long beside the microseconds that a
   * change takes, short beside what a caller notices.
   */
  private static final Duration SLICE = Duration.ofMillis(10);

  private final GuestThreads threads;
  private final Watchdog watchdog = new Watchdog();
  private final Turns turns;

  /**
   * @param threads where guests run; closed with this
   * @param bounds how many of them at once
   */
  public GuestRunner(GuestThreads threads, Bounds bounds) {
    this.threads = threads;
    this.turns =
        new Turns(
            bounds,
            SLICE,
            System::nanoTime,
            (nanos, action) -> watchdog.arm(Duration.ofNanos(nanos), action));
  }

  /**
   * A place for a guest that is about to be started: what its host functions wait for, they wait
   * for by {@link Claim#away}.
   *
   * @param owner whose guest it is
   */
  public Claim claim(String owner) {
    return turns.claim(owner);
  }

  /**
   * Starts a guest when its turn comes; does not wait for it.
   *
   * @param claim its place
   * @param code a module prepared by {@code ModuleRewriter}
   * @param task what the guest is given
   * @param time wall time it may take, from now; empty for no limit
   */
  public <T> RunningGuest<T> start(
      Claim claim, GuestCode code, GuestTask<T> task, Optional<Duration> time) {
    RunningGuest<T> guest = new RunningGuest<>(claim, code, task, watchdog, turns::load);
    time.ifPresent(guest::expireAfter);
    guest.start(threads);
    return guest;
  }

  /** What is under way now. */
  public Load load() {
    return turns.load();
  }

  @Override
  public void close() {
    threads.close();
    watchdog.close();
  }
}
