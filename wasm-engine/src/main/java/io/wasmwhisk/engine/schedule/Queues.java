// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.schedule;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All owners, and what of theirs waits. Guarded by the lock of its {@link Turns}. */
final class Queues {
  private static final int OWNERS_KEPT = 64;

  /** Of equally long ones, the one that was joined last. */
  private static final Comparator<Owner> LONGEST_LAST =
      Comparator.<Owner>comparingInt(owner -> owner.starting.size())
          .thenComparingLong(owner -> owner.starting.getLast().place);

  private final Bounds bounds;
  private final Map<String, Owner> owners = new HashMap<>();

  /** Owners with a claim that could start, and with one that could go on. */
  private final TreeSet<Owner> starting = new TreeSet<>(Owner.FAIREST_FIRST);

  private final TreeSet<Owner> waking = new TreeSet<>(Owner.FAIREST_FIRST);

  /** What the owner has used that has used least, of those that want a turn; never goes back. */
  private long floor;

  private long ownersSeen;
  private long places;
  private int forgetAt = OWNERS_KEPT;
  private int started;
  private int queued;

  Queues(Bounds bounds) {
    this.bounds = bounds;
  }

  /**
   * Who left with a debt finds it again; who is new, or has been idle, is neither first nor last.
   */
  Owner owner(String name) {
    if (owners.size() >= forgetAt) {
      owners.values().removeIf(owner -> owner.claims == 0 && owner.used <= floor);
      forgetAt = Math.max(OWNERS_KEPT, 2 * owners.size());
    }
    return owners.computeIfAbsent(name, unseen -> new Owner(unseen, ownersSeen++, floor));
  }

  void enqueue(Claim claim, boolean starter) {
    Owner owner = claim.owner;
    unlist(owner);
    owner.used = Math.max(owner.used, owner.isIdle() ? floor : owner.used);
    claim.place = places++;
    if (starter) {
      owner.starting.add(claim);
      queued++;
    } else {
      owner.waking.add(claim);
    }
    list(owner);
  }

  void dequeue(Claim claim) {
    Owner owner = claim.owner;
    unlist(owner);
    if (owner.starting.remove(claim)) {
      queued--;
    }
    owner.waking.remove(claim);
    list(owner);
  }

  void charge(Owner owner, long nanos) {
    boolean listed = !owner.starting.isEmpty() || !owner.waking.isEmpty();
    if (listed) {
      unlist(owner);
    }
    owner.used += nanos;
    if (listed) {
      list(owner);
    }
  }

  void countStarted(Owner owner, int difference) {
    unlist(owner);
    owner.started += difference;
    started += difference;
    list(owner);
  }

  /**
   * Who has as many claims on processors without a turn as there are turns gets no more of them.
   */
  void countOverdue(Owner owner, int difference) {
    unlist(owner);
    owner.overdue += difference;
    list(owner);
  }

  /** The claim whose turn it is; null when none waits, or none of those may start. */
  @Nullable Claim next() {
    Owner owner = nextOwner();
    return owner == null ? null : owner.next(mayStart(owner));
  }

  @Nullable Owner nextOwner() {
    Owner starter = started < bounds.started() && !starting.isEmpty() ? starting.first() : null;
    Owner waker = waking.isEmpty() ? null : waking.first();
    if (starter == null || waker == null) {
      return starter == null ? waker : starter;
    }
    return Owner.FAIREST_FIRST.compare(starter, waker) < 0 ? starter : waker;
  }

  private boolean mayStart(Owner owner) {
    return started < bounds.started() && owner.started < bounds.startedOfOneOwner();
  }

  /**
   * When more wait to be started than may: the newest of the owner with the most of them, who thus
   * fills the queue for nobody but himself.
   */
  @Nullable Claim excess() {
    if (queued <= bounds.queued()) {
      return null;
    }
    return owners.values().stream()
        .filter(owner -> !owner.starting.isEmpty())
        .max(LONGEST_LAST)
        .map(owner -> owner.starting.getLast())
        .orElse(null);
  }

  /** Nobody who comes now has used less than this. */
  void raiseFloor(long leastOnTurn) {
    long least = leastOnTurn;
    if (!starting.isEmpty()) {
      least = Math.min(least, starting.first().used);
    }
    if (!waking.isEmpty()) {
      least = Math.min(least, waking.first().used);
    }
    if (least != Long.MAX_VALUE) {
      floor = Math.max(floor, least);
    }
  }

  int started() {
    return started;
  }

  int owners() {
    return owners.size();
  }

  int queued() {
    return queued;
  }

  private void unlist(Owner owner) {
    starting.remove(owner);
    waking.remove(owner);
  }

  private void list(Owner owner) {
    if (owner.overdue >= bounds.turns()) {
      return;
    }
    if (!owner.starting.isEmpty() && owner.started < bounds.startedOfOneOwner()) {
      starting.add(owner);
    }
    if (!owner.waking.isEmpty()) {
      waking.add(owner);
    }
  }
}
