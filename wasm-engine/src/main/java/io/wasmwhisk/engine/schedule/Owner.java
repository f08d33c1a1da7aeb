// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.schedule;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** What is known of one owner. Guarded by the lock of its {@link Turns}. */
final class Owner {
  /** Who has used least comes first; of equals, who was there first. */
  static final Comparator<Owner> FAIREST_FIRST =
      Comparator.<Owner>comparingLong(owner -> owner.used).thenComparingLong(owner -> owner.number);

  final String name;
  private final long number;

  /** Claims that wait for their first turn, and those that wait for another one, both in order. */
  final SequencedSet<Claim> starting = new LinkedHashSet<>();

  final SequencedSet<Claim> waking = new LinkedHashSet<>();

  /** Nanoseconds on turns, or as if: who comes back from doing nothing has no credit for it. */
  long used;

  /** Claims that have not ended. */
  int claims;

  /** Claims that have started and not ended. */
  int started;

  /** Claims on a turn. */
  int onTurn;

  /** Claims on a processor without a turn. */
  int overdue;

  Owner(String name, long number, long used) {
    this.name = name;
    this.number = number;
    this.used = used;
  }

  boolean isIdle() {
    return onTurn == 0 && overdue == 0 && starting.isEmpty() && waking.isEmpty();
  }

  /** The claim that waits longest; null when there is none. */
  @Nullable Claim next(boolean mayStart) {
    Claim starter = !mayStart || starting.isEmpty() ? null : starting.getFirst();
    Claim waker = waking.isEmpty() ? null : waking.getFirst();
    if (starter == null || waker == null) {
      return starter == null ? waker : starter;
    }
    return starter.place < waker.place ? starter : waker;
  }
}
