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
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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

  /**
   * A guest answers within {@code RunningGuest.GRACE} of its end; thousands of them may end at
   * once.
   */
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(5);

  private final Host host;
  private final Set<RunningGuest<?>> running = ConcurrentHashMap.newKeySet();

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
    running.add(guest);
    guest.completion().whenComplete((end, failure) -> running.remove(guest));
    guest.start();
    return guest;
  }

  /** Guests whose callers were answered although they have not left yet. */
  public int lingering() {
    return host.lingering().get();
  }

  /** Whether there is a processor that no guest has or waits for. */
  public boolean idle() {
    return host.turns().idle();
  }

  /** What is under way now. */
  public Load load() {
    return host.turns().load();
  }

  /** Ends what runs, and waits for its answers: without the watchdog no deadline would be kept. */
  @Override
  public void close() {
    List<RunningGuest<?>> last = List.copyOf(running);
    last.forEach(RunningGuest::cancel);
    CompletableFuture.allOf(
            last.stream().map(RunningGuest::completion).toArray(CompletableFuture<?>[]::new))
        .handle((ends, failure) -> failure == null)
        .completeOnTimeout(false, LAST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS)
        .join();
    host.threads().close();
    host.watchdog().close();
    host.answers().shutdown();
  }
}
