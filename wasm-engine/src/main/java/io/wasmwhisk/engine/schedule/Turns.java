// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.schedule;

import io.wasmwhisk.engine.schedule.Claim.State;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * A few turns on a processor, shared fairly between owners: the next turn goes to the owner that
 * has used least, as in Linux's CFS, and within an owner to who has waited longest. Who waits for
 * something else holds no turn. Who has had a turn for a slice of time while others wait, hands it
 * over. Who cannot (a guest whose stack of half a million calls is unwound, an instance that is
 * made) goes on without it, at its owner's cost: the operating system shares the processors then.
 *
 * <p>One lock guards everything; nothing is called back, and nobody waits, while it is held.
 */
public final class Turns {
  /** Slices that a claim has to hand over its turn; safepoints are some microseconds apart. */
  private static final int PATIENCE = 4;

  private final Bounds bounds;
  private final long slice;
  private final LongSupplier nanoTime;
  private final Alarm alarm;
  private final ReentrantLock lock = new ReentrantLock();
  private final Queues queues;
  private final Set<Claim> onTurn = new LinkedHashSet<>();

  /** On a processor, but without a turn. */
  private final Set<Claim> overdue = new LinkedHashSet<>();

  private boolean armed;

  /**
   * @param slice how long a claim keeps its turn while others wait
   * @param nanoTime {@link System#nanoTime}
   * @param alarm wakes this up when a slice is over; only used while somebody waits
   */
  public Turns(Bounds bounds, Duration slice, LongSupplier nanoTime, Alarm alarm) {
    this.bounds = bounds;
    this.slice = slice.toNanos();
    this.nanoTime = nanoTime;
    this.alarm = alarm;
    this.queues = new Queues(bounds);
  }

  /** A claim of an owner; it counts until it {@linkplain Claim#end ends}. */
  public Claim claim(String owner) {
    lock.lock();
    try {
      Claim claim = new Claim(this, queues.owner(owner));
      claim.owner.claims++;
      return claim;
    } finally {
      lock.unlock();
    }
  }

  /** What is under way now. */
  public Load load() {
    lock.lock();
    try {
      return currentLoad();
    } finally {
      lock.unlock();
    }
  }

  /** Whether there is a processor that nobody has a turn on or waits for. */
  public boolean idle() {
    lock.lock();
    try {
      return queues.queued() == 0 && onTurn.size() < bounds.turns();
    } finally {
      lock.unlock();
    }
  }

  /** Owners remembered. */
  int owners() {
    lock.lock();
    try {
      return queues.owners();
    } finally {
      lock.unlock();
    }
  }

  private Load currentLoad() {
    return new Load(onTurn.size(), queues.started(), queues.queued());
  }

  void start(Claim claim, Work work) {
    Queue<Runnable> after = new ArrayDeque<>();
    lock.lock();
    try {
      if (claim.state != State.NEW) {
        return;
      }
      claim.setWork(work);
      claim.state = State.STARTING;
      long now = chargeOthers(claim.owner);
      queues.enqueue(claim, true);
      assign(now, after);
      Claim excess = queues.excess();
      if (excess != null) {
        leave(excess);
        Load load = currentLoad();
        after.add(() -> excess.work().refused(load));
      }
      arm(now, after);
    } finally {
      lock.unlock();
    }
    perform(after);
  }

  void giveBack(Claim claim) {
    Queue<Runnable> after = new ArrayDeque<>();
    lock.lock();
    try {
      if (claim.runs()) {
        long now = nanoTime.getAsLong();
        leaveProcessor(claim, now);
        claim.state = State.AWAY;
        assign(now, after);
      }
    } finally {
      lock.unlock();
    }
    perform(after);
  }

  void requeue(Claim claim) {
    Queue<Runnable> after = new ArrayDeque<>();
    lock.lock();
    try {
      if (claim.state == State.AWAY && !claim.cancelled) {
        claim.state = State.WAKING;
        long now = chargeOthers(claim.owner);
        queues.enqueue(claim, false);
        assign(now, after);
        arm(now, after);
      }
    } finally {
      lock.unlock();
    }
    perform(after);
  }

  void handOver(Claim claim) {
    Queue<Runnable> after = new ArrayDeque<>();
    lock.lock();
    try {
      if (claim.runs() && claim.asked != null && !claim.cancelled) {
        long now = nanoTime.getAsLong();
        leaveProcessor(claim, now);
        claim.state = State.WAKING;
        queues.enqueue(claim, false);
        assign(now, after);
        arm(now, after);
      }
    } finally {
      lock.unlock();
    }
    perform(after);
  }

  boolean cancel(Claim claim) {
    lock.lock();
    try {
      boolean neverStarted = claim.state == State.NEW || claim.state == State.STARTING;
      claim.cancelled = true;
      if (neverStarted) {
        leave(claim);
      } else if (claim.state == State.WAKING) {
        queues.dequeue(claim);
        claim.state = State.AWAY;
      }
      return neverStarted;
    } finally {
      lock.unlock();
      claim.wake();
    }
  }

  void linger(Claim claim) {
    Queue<Runnable> after = new ArrayDeque<>();
    lock.lock();
    try {
      if (claim.runs()) {
        long now = nanoTime.getAsLong();
        goOnWithoutTurn(claim, State.LINGERING, now);
        assign(now, after);
      }
    } finally {
      lock.unlock();
    }
    perform(after);
  }

  void end(Claim claim) {
    Queue<Runnable> after = new ArrayDeque<>();
    end(claim, after);
    perform(after);
  }

  private void leave(Claim claim) {
    if (claim.state == State.ENDED) {
      return;
    }
    switch (claim.state) {
      case STARTING, WAKING -> queues.dequeue(claim);
      case ON_TURN, DEAF, LINGERING -> leaveProcessor(claim, nanoTime.getAsLong());
      case NEW, AWAY, ENDED -> {}
    }
    if (claim.hasStarted()) {
      queues.countStarted(claim.owner, -1);
    }
    claim.owner.claims--;
    claim.state = State.ENDED;
  }

  /** Gives free turns to those whose turn it is. */
  private void assign(long now, Queue<Runnable> after) {
    while (onTurn.size() < bounds.turns()) {
      Claim claim = queues.next();
      if (claim == null) {
        return;
      }
      queues.dequeue(claim);
      if (claim.state == State.STARTING) {
        queues.countStarted(claim.owner, 1);
        after.add(() -> begin(claim, after));
      } else {
        after.add(claim::wake);
      }
      claim.state = State.ON_TURN;
      claim.turnBegan = now;
      claim.chargedUntil = now;
      claim.askedFirst = null;
      claim.asked = null;
      claim.owner.onTurn++;
      onTurn.add(claim);
    }
  }

  private void leaveProcessor(Claim claim, long now) {
    chargeAll(now);
    if (onTurn.remove(claim)) {
      claim.owner.onTurn--;
    }
    if (overdue.remove(claim)) {
      queues.countOverdue(claim.owner, -1);
    }
  }

  private void goOnWithoutTurn(Claim claim, State as, long now) {
    leaveProcessor(claim, now);
    claim.state = as;
    overdue.add(claim);
    queues.countOverdue(claim.owner, 1);
  }

  /** Who joins is measured against what the others have used until now. */
  private long chargeOthers(Owner joining) {
    long now = nanoTime.getAsLong();
    if (joining.isIdle()) {
      chargeAll(now);
    }
    return now;
  }

  private void chargeAll(long now) {
    long least = Long.MAX_VALUE;
    onTurn.forEach(claim -> charge(claim, now));
    overdue.forEach(claim -> charge(claim, now));
    for (Claim claim : onTurn) {
      least = Math.min(least, claim.owner.used);
    }
    queues.raiseFloor(least);
  }

  private void charge(Claim claim, long now) {
    queues.charge(claim.owner, now - claim.chargedUntil);
    claim.chargedUntil = now;
  }

  /** While somebody waits: has this called when the next slice is over. */
  private void arm(long now, Queue<Runnable> after) {
    if (armed || queues.nextOwner() == null) {
      return;
    }
    long wait =
        onTurn.stream().mapToLong(claim -> Math.max(0, due(claim) - now)).min().orElse(slice);
    armed = true;
    after.add(() -> alarm.after(wait, this::sliceIsOver));
  }

  /** When a claim is to be asked to hand over. */
  private long due(Claim claim) {
    return (claim.asked == null ? claim.turnBegan : claim.asked) + slice;
  }

  private void sliceIsOver() {
    Queue<Runnable> after = new ArrayDeque<>();
    lock.lock();
    try {
      armed = false;
      long now = nanoTime.getAsLong();
      chargeAll(now);
      Owner next = queues.nextOwner();
      if (next != null) {
        List<Claim> due = onTurn.stream().filter(claim -> due(claim) <= now).toList();
        due.forEach(claim -> slice(claim, next, now, after));
        assign(now, after);
      }
      arm(now, after);
    } finally {
      lock.unlock();
    }
    perform(after);
  }

  /** Who has used less than those who wait has another slice. */
  private void slice(Claim claim, Owner next, long now, Queue<Runnable> after) {
    if (next.used > claim.owner.used) {
      claim.turnBegan = now;
    } else if (claim.askedFirst != null && now - claim.askedFirst >= PATIENCE * slice) {
      goOnWithoutTurn(claim, State.DEAF, now);
    } else {
      claim.askedFirst = claim.askedFirst == null ? now : claim.askedFirst;
      claim.asked = now;
      after.add(claim.work()::pause);
    }
  }

  private static void perform(Queue<Runnable> after) {
    for (Runnable action = after.poll(); action != null; action = after.poll()) {
      action.run();
    }
  }

  /** Work that cannot begin leaves its turn to the next; no recursion, however many cannot. */
  private void begin(Claim claim, Queue<Runnable> after) {
    if (!claim.work().begin()) {
      end(claim, after);
    }
  }

  private void end(Claim claim, Queue<Runnable> after) {
    lock.lock();
    try {
      leave(claim);
      assign(nanoTime.getAsLong(), after);
    } finally {
      lock.unlock();
    }
  }
}
