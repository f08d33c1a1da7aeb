// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.run;

import io.wasmwhisk.engine.limits.CpuClock;
import io.wasmwhisk.engine.limits.GuestThreads;
import io.wasmwhisk.engine.limits.Watchdog;
import io.wasmwhisk.engine.runtime.GuestCode;
import io.wasmwhisk.engine.schedule.Bounds;
import io.wasmwhisk.engine.schedule.Claim;
import io.wasmwhisk.engine.schedule.Load;
import io.wasmwhisk.engine.schedule.Turns;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts guests. */
public final class GuestRunner implements AutoCloseable {
  /**
   * How long a guest keeps a processor while others wait: long beside the microseconds that a
   * change takes, short beside what a caller notices.
   */
  private static final Duration SLICE = Duration.ofMillis(10);

  /** A late answer may have megabytes of log lines to decode; deadlines must not wait for that. */
  private static final int ANSWERING_THREADS = 2;

  private final Host host;

  /**
   * @param threads where guests run; closed with this
   * @param bounds how many of them at once
   * @param cpuClock what their threads use
   */
  public GuestRunner(GuestThreads threads, Bounds bounds, CpuClock cpuClock) {
    Watchdog watchdog = new Watchdog();
    Turns turns =
        new Turns(
            bounds,
            SLICE,
            System::nanoTime,
            (nanos, action) -> watchdog.arm(Duration.ofNanos(nanos), action));
    host =
        new Host(
            threads,
            watchdog,
            turns,
            Executors.newFixedThreadPool(
                ANSWERING_THREADS, Thread.ofPlatform().daemon().name("wasm-answer-", 0).factory()),
            cpuClock,
            new AtomicInteger());
  }

  /**
   * A place for a guest that is about to be started: what its host functions wait for, they wait
   * for by {@link Claim#away}.
   *
   * @param owner whose guest it is
   */
  public Claim claim(String owner) {
    return host.turns().claim(owner);
  }

  /**
   * Starts a guest when its turn comes; does not wait for it.
   *
   * @param claim its place
   * @param code a module prepared by {@code ModuleRewriter}
   * @param task what the guest is given
   * @param allowance time it may take
   */
  public <T> RunningGuest<T> start(
      Claim claim, GuestCode code, GuestTask<T> task, Allowance allowance) {
    RunningGuest<T> guest = new RunningGuest<>(claim, code, task, allowance, host);
    guest.start();
    return guest;
  }

  /** Guests whose callers were answered although they have not left yet. */
  public int lingering() {
    return host.lingering().get();
  }

  /** What is under way now. */
  public Load load() {
    return host.turns().load();
  }

  @Override
  public void close() {
    host.threads().close();
    host.watchdog().close();
    host.answers().shutdown();
  }
}
