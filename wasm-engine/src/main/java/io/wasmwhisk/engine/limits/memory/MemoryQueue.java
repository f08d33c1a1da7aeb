// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits.memory;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/**
 * Those who wait for memory to begin with. Within an owner who came first is served first; owners
 * take turns, and one whose first cannot be served holds up nobody else.
 *
 * <p>Only who holds nothing that others could wait for may wait here. Otherwise all might wait for
 * each other.
 */
final class MemoryQueue {
  private final MemoryBudget budget;

  /** Guarded by this. */
  private final Map<MemoryBudget.Owner, ArrayDeque<Place>> waiting = new LinkedHashMap<>();

  private volatile int length;

  MemoryQueue(MemoryBudget budget) {
    this.budget = budget;
  }

  /** A place in the queue, until it is granted or left. */
  static final class Place {
    private final MemoryBudget.Owner owner;
    private final long bytes;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean granted;

    private Place(MemoryBudget.Owner owner, long bytes) {
      this.owner = owner;
      this.bytes = bytes;
    }

    /** Waits until the bytes were taken for the owner, or the place was left. */
    void await() throws InterruptedException {
      over.await();
    }

    boolean granted() {
      return granted;
    }
  }

  int length() {
    return length;
  }

  /** Whether somebody of this owner was here before. */
  boolean holdsUp(MemoryBudget.Owner owner) {
    if (length == 0) {
      return false;
    }
    synchronized (this) {
      return waiting.containsKey(owner);
    }
  }

  Place enter(MemoryBudget.Owner owner, long bytes) {
    Place place = new Place(owner, bytes);
    synchronized (this) {
      waiting.computeIfAbsent(owner, unseen -> new ArrayDeque<>()).add(place);
      length++;
    }
    // What was given back before this place could be seen is not given back again.
    serve();
    return place;
  }

  /** To be called whenever bytes were given back. */
  void serve() {
    if (length == 0) {
      return;
    }
    synchronized (this) {
      while (serveEachOwner()) {}
    }
  }

  private boolean serveEachOwner() {
    boolean served = false;
    for (ArrayDeque<Place> places : List.copyOf(waiting.values())) {
      Place first = places.getFirst();
      if (budget.tryTake(first.owner, first.bytes)) {
        first.granted = true;
        remove(first);
        served = true;
      }
    }
    return served;
  }

  /** Waits no longer; harmless when the place was granted before. */
  synchronized void leave(Place place) {
    ArrayDeque<Place> places = waiting.get(place.owner);
    if (!place.granted && places != null && places.contains(place)) {
      remove(place);
    }
  }

  private void remove(Place place) {
    ArrayDeque<Place> places = Objects.requireNonNull(waiting.get(place.owner));
    places.remove(place);
    length--;
    if (places.isEmpty()) {
      waiting.remove(place.owner);
    }
    place.over.countDown();
  }
}
