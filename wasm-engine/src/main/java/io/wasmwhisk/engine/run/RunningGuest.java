// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.run;

import io.wasmwhisk.engine.binary.rewrite.ReservedNames;
import io.wasmwhisk.engine.limits.CpuMeter;
import io.wasmwhisk.engine.limits.Deadlines;
import io.wasmwhisk.engine.runtime.GuestCode;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestInstance;
import io.wasmwhisk.engine.schedule.Claim;
import io.wasmwhisk.engine.schedule.Load;
import io.wasmwhisk.engine.schedule.Work;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A guest that was started.
 *
 * <p>Four may want to end it: itself, its deadline, its limit of processor time, and whoever
 * cancels it. One compareAndSet of {@link #ending} decides who did; the others find it set and do
 * nothing. The instance is published before that is read again, so an interruption is never lost:
 * either the ender sees the instance, or the guest's thread sees the end.
 *
 * @param <T> what its end is turned into
 */
public final class RunningGuest<T> implements Runnable {
  /**
   * A guest leaves within milliseconds of an interruption, and then its caller finds everything of
   * it gone. One that does not, because it has ten thousand calls to return from or a gigabyte to
   * fill, loses its caller, who is told by now, and keeps its turn, its memory and its thread until
   * it has left.
   */
  private static final Duration GRACE = Duration.ofMillis(30);

  private final Claim claim;
  private final GuestCode code;
  private final GuestTask<T> task;
  private final Allowance allowance;
  private final Host host;
  private final long created = System.nanoTime();
  private final CompletableFuture<T> completion = new CompletableFuture<>();
  private final AtomicReference<@Nullable End> ending = new AtomicReference<>();

  /** Set by whoever is first: the guest that leaves, or the answer that does not wait for it. */
  private final AtomicBoolean leftOrAnswered = new AtomicBoolean();

  private volatile @Nullable GuestInstance instance;
  private volatile @Nullable CpuMeter cpu;
  private volatile @Nullable Duration waited;
  private volatile Duration instantiation = Duration.ZERO;
  private volatile Deadlines.Armed deadline = () -> {};

  RunningGuest(Claim claim, GuestCode code, GuestTask<T> task, Allowance allowance, Host host) {
    this.claim = claim;
    this.code = code;
    this.task = task;
    this.allowance = allowance;
    this.host = host;
  }

  /** Completes with the guest's end; exceptionally only when the engine failed. */
  public CompletableFuture<T> completion() {
    return completion;
  }

  /** Ends the guest unless it has ended. */
  public void cancel() {
    end(new End.Cancelled());
  }

  void start() {
    allowance
        .time()
        .ifPresent(time -> deadline = host.watchdog().arm(time, () -> end(new End.TimedOut())));
    claim.start(
        new Work() {
          @Override
          public boolean begin() {
            if (host.threads().tryRun(RunningGuest.this)) {
              return true;
            }
            leaveUnstarted(new End.NoThread(host.turns().load()));
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

  private void end(End end) {
    if (!ending.compareAndSet(null, end)) {
      return;
    }
    if (claim.cancel()) {
      leaveUnstarted(end instanceof End.TimedOut ? neverStarted() : end);
      return;
    }
    // First of all: whatever becomes of the interruption, the caller gets its answer.
    host.watchdog().arm(GRACE, () -> host.answers().execute(() -> answerNow(end)));
    interrupt();
  }

  private void interrupt() {
    task.stopWaiting();
    GuestInstance published = instance;
    if (published != null) {
      published.interrupt();
    }
  }

  private End neverStarted() {
    return new End.NeverStarted(sinceCreated(), host.turns().load());
  }

  private void leaveUnstarted(End end) {
    deadline.disarm();
    ending.set(end);
    complete(end, task::close);
  }

  private void answerNow(End end) {
    if (leftOrAnswered.compareAndSet(false, true)) {
      host.lingering().incrementAndGet();
      claim.linger();
      complete(end, () -> {});
      interrupt();
    }
  }

  @Override
  public void run() {
    waited = sinceCreated();
    CpuMeter meter = new CpuMeter(host.cpuClock());
    cpu = meter;
    allowance
        .reachableCpu()
        .ifPresent(
            limit ->
                meter.watch(
                    limit, host.watchdog(), used -> end(new End.CpuExhausted(used, limit))));
    try (task) {
      End own = execute();
      leave(meter);
      complete(decided(own), task::close);
    } catch (OutOfMemoryError e) {
      leave(meter);
      complete(decided(new End.Failed(new GuestFailure.OutOfMemory())), task::close);
    } catch (RuntimeException | Error e) {
      leave(meter);
      fail(e);
    } finally {
      // An interruption that came too late for this guest must not reach the thread's next one.
      Thread.interrupted();
    }
    prepareNext();
  }

  /**
   * The caller has its answer, and no guest waits for a processor. Whoever takes the answer further
   * was woken just now, maybe on this very processor: he goes first.
   */
  private void prepareNext() {
    Thread.yield();
    if (host.turns().idle()) {
      code.prepare();
    }
  }

  /** Its instance is gone; who waits for its turn need not wait for the answer as well. */
  private void leave(CpuMeter meter) {
    deadline.disarm();
    meter.stop();
    claim.end();
    if (!leftOrAnswered.compareAndSet(false, true)) {
      host.lingering().decrementAndGet();
    }
  }

  private End execute() {
    if (ending.get() != null) {
      return new End.Cancelled();
    }
    try {
      return task.reserve() ? instantiate() : new End.Failed(new GuestFailure.OutOfMemory());
    } catch (InterruptedException e) {
      return new End.Failed(new GuestFailure.Interrupted());
    }
  }

  private End instantiate() {
    long began = System.nanoTime();
    try (GuestInstance made = code.instantiate(task.imports(), ReservedNames.MEMORY)) {
      instantiation = Duration.ofNanos(System.nanoTime() - began);
      instance = made;
      if (ending.get() != null) {
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

  /** The guest's own end counts only where nobody had ended it before. */
  private End decided(End own) {
    End other = ending.compareAndExchange(null, own);
    return other == null ? own : other;
  }

  /** An engine that is interrupted may answer whatever was asked of it last with an exception. */
  private void fail(Throwable e) {
    End other = ending.get();
    if (other == null) {
      completion.completeExceptionally(e);
    } else {
      complete(other, task::close);
    }
  }

  /** What the guest held is free before anybody hears of its end. */
  private void complete(End end, Runnable free) {
    if (completion.isDone()) {
      return;
    }
    try {
      T answer = task.ended(end, spent());
      free.run();
      completion.complete(answer);
    } catch (RuntimeException | Error e) {
      completion.completeExceptionally(e);
    }
  }

  private Spent spent() {
    CpuMeter meter = cpu;
    Duration started = waited;
    return new Spent(
        started == null ? sinceCreated() : started,
        instantiation,
        meter == null ? Duration.ZERO : meter.used());
  }

  private Duration sinceCreated() {
    return Duration.ofNanos(System.nanoTime() - created);
  }
}
