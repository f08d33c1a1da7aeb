// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.run;

import io.wasmwhisk.engine.binary.rewrite.ReservedNames;
import io.wasmwhisk.engine.limits.GuestThreads;
import io.wasmwhisk.engine.limits.Watchdog;
import io.wasmwhisk.engine.runtime.GuestCode;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestInstance;
import io.wasmwhisk.engine.schedule.Claim;
import io.wasmwhisk.engine.schedule.Load;
import io.wasmwhisk.engine.schedule.Work;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A guest that was started.
 *
 * <p>Three may want to end it: itself, its deadline, and whoever cancels it. One compareAndSet on
 * {@link Phase} decides who did; the others find the phase changed and do nothing. The instance is
 * published before the phase is read again, so an interruption is never lost: either the ender sees
 * the instance, or the guest's thread sees the phase.
 *
 * @param <T> what its end is turned into
 */
public final class RunningGuest<T> implements Runnable {
  /**
   * A guest leaves within milliseconds of an interruption. One that does not (a host call that
   * ignores it) loses its caller, who must never wait for ever, and keeps its thread until it
   * leaves.
   */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private enum Phase {
    RUNNING,
    EXPIRED,
    CANCELLED,
    ENDED
  }

  private final Claim claim;
  private final GuestCode code;
  private final GuestTask<T> task;
  private final Watchdog watchdog;
  private final Supplier<Load> load;
  private final long created = System.nanoTime();
  private final CompletableFuture<T> completion = new CompletableFuture<>();
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.RUNNING);
  private volatile @Nullable GuestInstance instance;
  private volatile Watchdog.Armed deadline = () -> {};

  RunningGuest(
      Claim claim, GuestCode code, GuestTask<T> task, Watchdog watchdog, Supplier<Load> load) {
    this.claim = claim;
    this.code = code;
    this.task = task;
    this.watchdog = watchdog;
    this.load = load;
  }

  /** Completes with the guest's end; exceptionally only when the engine failed. */
  public CompletableFuture<T> completion() {
    return completion;
  }

  /** Ends the guest unless it has ended. */
  public void cancel() {
    end(Phase.CANCELLED, new End.Cancelled());
  }

  void expireAfter(Duration time) {
    deadline = watchdog.arm(time, () -> end(Phase.EXPIRED, new End.TimedOut()));
  }

  void start(GuestThreads threads) {
    claim.start(
        new Work() {
          @Override
          public boolean begin() {
            if (threads.tryRun(RunningGuest.this)) {
              return true;
            }
            leaveUnstarted(new End.NoThread(load.get()));
            return false;
          }

          @Override
          public void refused(Load found) {
            leaveUnstarted(new End.Refused(found));
          }

          @Override
          public void pause() {
            GuestInstance published = instance;
            if (published != null) {
              published.pause(claim::handOver);
            }
          }
        });
  }

  private void end(Phase by, End end) {
    if (phase.compareAndSet(Phase.RUNNING, by)) {
      if (claim.cancel()) {
        leaveUnstarted(end instanceof End.TimedOut ? neverStarted() : end);
        return;
      }
      // First of all: whatever becomes of the interruption, the caller gets its answer.
      watchdog.arm(GRACE, () -> complete(end, () -> {}));
      interrupt();
    }
  }

  private void interrupt() {
    task.stopWaiting();
    GuestInstance published = instance;
    if (published != null) {
      published.interrupt();
    }
  }

  private End neverStarted() {
    return new End.NeverStarted(Duration.ofNanos(System.nanoTime() - created), load.get());
  }

  private void leaveUnstarted(End end) {
    deadline.disarm();
    phase.set(Phase.ENDED);
    complete(end, task::close);
  }

  @Override
  public void run() {
    try (task) {
      finish(execute());
    } catch (OutOfMemoryError e) {
      finish(new End.Failed(new GuestFailure.OutOfMemory()));
    } catch (RuntimeException | Error e) {
      fail(e);
    } finally {
      claim.end();
      // An interruption that came too late for this guest must not reach the thread's next one.
      Thread.interrupted();
    }
  }

  private End execute() {
    try {
      return task.reserve() ? instantiate() : new End.Failed(new GuestFailure.OutOfMemory());
    } catch (InterruptedException e) {
      return new End.Failed(new GuestFailure.Interrupted());
    }
  }

  private End instantiate() {
    try (GuestInstance made = code.instantiate(task.imports(), ReservedNames.MEMORY)) {
      instance = made;
      if (phase.get() != Phase.RUNNING) {
        interrupt();
      }
      return call(made);
    } catch (GuestFailure failure) {
      return new End.Failed(failure);
    } finally {
      instance = null;
    }
  }

  private End call(GuestInstance made) {
    try {
      if (made.hasFunction(ReservedNames.START)) {
        made.call(ReservedNames.START);
      }
      task.call(made);
      return new End.Returned();
    } catch (GuestFailure failure) {
      return new End.Failed(failure);
    }
  }

  private void finish(End own) {
    settle(() -> complete(own, task::close));
  }

  /** An engine that is interrupted may answer whatever was asked of it last with an exception. */
  private void fail(Throwable e) {
    settle(() -> completion.completeExceptionally(e));
  }

  /** The guest's own end counts only where nobody had ended it before. */
  private void settle(Runnable ownEnd) {
    deadline.disarm();
    switch (phase.getAndSet(Phase.ENDED)) {
      case EXPIRED -> complete(new End.TimedOut(), task::close);
      case CANCELLED -> complete(new End.Cancelled(), task::close);
      case RUNNING, ENDED -> ownEnd.run();
    }
  }

  /** What the guest held is free before anybody hears of its end. */
  private void complete(End end, Runnable free) {
    if (completion.isDone()) {
      return;
    }
    try {
      T answer = task.ended(end);
      free.run();
      completion.complete(answer);
    } catch (RuntimeException | Error e) {
      completion.completeExceptionally(e);
    }
  }
}
