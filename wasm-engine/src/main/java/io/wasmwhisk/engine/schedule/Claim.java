// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.schedule;

import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work that wants turns on a processor: it waits to be started, has a turn, is away
 * while it waits for something else, wants another turn, and ends. Fields are guarded by the lock
 * of its {@link Turns}.
 *
 * <p>{@link #away} and {@link #handOver} are for the thread that does the work, everything else is
 * for any thread.
 */
public final class Claim {
  enum State {
    NEW,
    /** Waits to be started. */
    STARTING,
    ON_TURN,
    /** Was to hand over its turn and did not: goes on without one. */
    DEAF,
    /** Started, but neither has nor wants a turn. */
    AWAY,
    /** Leaves without a turn, on a processor nevertheless. */
    LINGERING,
    /** Waits for a turn, having started before. */
    WAKING,
    ENDED
  }

  private final Turns turns;
  final Owner owner;
  volatile State state = State.NEW;
  volatile boolean cancelled;
  private @Nullable Work work;

  /** Where it stands in its owner's queue: who came first has the least. */
  long place;

  /** When its turn began, and until when that has been charged, in nanoseconds. */
  long turnBegan;

  long chargedUntil;

  /** When it was first and last asked to hand over this turn; nothing while it was not. */
  @Nullable Long askedFirst;

  @Nullable Long asked;

  private volatile @Nullable Thread waiter;

  Claim(Turns turns, Owner owner) {
    this.turns = turns;
    this.owner = owner;
  }

  /** Whether it is on a processor and not about to end. */
  boolean runs() {
    return state == State.ON_TURN || state == State.DEAF;
  }

  boolean hasStarted() {
    return switch (state) {
      case ON_TURN, DEAF, AWAY, LINGERING, WAKING -> true;
      case NEW, STARTING, ENDED -> false;
    };
  }

  Work work() {
    return Objects.requireNonNull(work);
  }

  void setWork(Work work) {
    this.work = work;
  }

  /** Has {@code work} started when its turn comes, at once maybe; does not wait. Called once. */
  public void start(Work work) {
    turns.start(this, work);
  }

  /**
   * Waits for something else than a turn, while others have it, and then for the next turn.
   *
   * @throws InterruptedException when the thread is interrupted, or the claim was cancelled
   */
  public void away(Wait wait) throws InterruptedException {
    turns.giveBack(this);
    try {
      wait.await();
    } finally {
      turns.requeue(this);
      awaitTurn();
    }
    if (cancelled) {
      throw new InterruptedException("cancelled");
    }
  }

  /** Something that takes its time, but no processor. */
  @FunctionalInterface
  public interface Wait {
    /** Waits on the calling thread. */
    void await() throws InterruptedException;
  }

  /**
   * Lets others have the turn, when it was asked to, and waits for the next one. Returns without a
   * turn when the claim was cancelled: what is left to do is to end.
   *
   * @throws InterruptedException when the thread is interrupted; to be called again then
   */
  public void handOver() throws InterruptedException {
    turns.handOver(this);
    awaitTurn();
  }

  private void awaitTurn() throws InterruptedException {
    waiter = Thread.currentThread();
    try {
      while (state == State.WAKING) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        LockSupport.park(this);
      }
    } finally {
      waiter = null;
    }
  }

  void wake() {
    LockSupport.unpark(waiter);
  }

  /**
   * The work is to end: it waits for no turn any more.
   *
   * @return whether it had not started; it never will then, and the claim has ended
   */
  public boolean cancel() {
    return turns.cancel(this);
  }

  /**
   * The work was to end, but takes its time: its turn goes to others, and what it uses until its
   * end is charged to its owner all the same.
   */
  public void linger() {
    turns.linger(this);
  }

  /** The work has ended; idempotent. */
  public void end() {
    turns.end(this);
  }
}
