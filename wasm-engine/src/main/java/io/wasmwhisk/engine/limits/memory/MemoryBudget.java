// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits.memory;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * The heap that all guests of an engine may take together, so that their sum never reaches the
 * JVM's. Thread-safe; a reservation is two atomic additions.
 *
 * <p>Fair among owners, whoever came first: while less than three quarters are in use, anyone may
 * reserve. From then on only small owners may: those whose own holding stays below an eighth of
 * what is left (a dynamic threshold, as switches share their buffers: Choudhury and Hahne, "Dynamic
 * Queue Length Thresholds for Shared-Memory Packet Switches", 1998). So a greedy owner cannot take
 * the last quarter, ten greedy ones cannot use it up among them, and nobody has to be counted or
 * ended for it.
 *
 * <p>Growing a memory takes a copy of it for a moment. A copy that does not fit beside everything
 * else is made outside of the budget, one at a time in the whole engine, up to half of the budget.
 */
public final class MemoryBudget {
  private static final int RESERVED_PART = 4;
  private static final int SMALL_PART = 8;
  private static final int COPY_PART = 2;

  /** Copying takes about 0.3 s for each GB; who holds the copy meanwhile may be paused, too. */
  private static final long COPY_SECONDS = 5;

  private final long total;
  private final long openToAll;
  private final AtomicLong used = new AtomicLong();
  private final AtomicLong peak = new AtomicLong();
  private final Semaphore bigCopy = new Semaphore(1, true);
  private final MemoryQueue queue = new MemoryQueue(this);
  private final LongAdder refusals = new LongAdder();
  private final ConcurrentHashMap<String, Owner> owners = new ConcurrentHashMap<>();

  /**
   * @param total bytes
   */
  public MemoryBudget(long total) {
    if (total < 1) {
      throw new IllegalArgumentException(
          "memory budget of " + total + " bytes must be at least 1 byte");
    }
    this.total = total;
    this.openToAll = total - total / RESERVED_PART;
  }

  /** What the activations of one owner hold. */
  static final class Owner {
    private final AtomicLong held = new AtomicLong();

    /** Guarded by the map. */
    private int accounts;
  }

  /**
   * An account for one activation; takes nothing yet.
   *
   * @param owner whose activation it is
   * @param limit bytes of linear memory and tables that this activation may have
   */
  public MemoryAccount open(String owner, long limit) {
    Owner present =
        owners.compute(
            owner,
            (name, known) -> {
              Owner one = known == null ? new Owner() : known;
              one.accounts++;
              return one;
            });
    return new MemoryAccount(this, owner, present, limit);
  }

  void closed(String owner) {
    owners.computeIfPresent(owner, (name, known) -> --known.accounts == 0 ? null : known);
  }

  /** Takes bytes for an owner; false when there are none for it. */
  boolean tryTake(Owner owner, long bytes) {
    // Compared first, since sums of what fits cannot overflow.
    return bytes <= total && tryAdd(owner, bytes);
  }

  /** Someone had to do without. */
  void refused() {
    refusals.increment();
  }

  private boolean tryAdd(Owner owner, long bytes) {
    long held = owner.held.addAndGet(bytes);
    long before = used.get();
    while (mayHold(before + bytes, held)) {
      if (used.compareAndSet(before, before + bytes)) {
        peak.accumulateAndGet(before + bytes, Math::max);
        return true;
      }
      before = used.get();
    }
    owner.held.addAndGet(-bytes);
    return false;
  }

  private boolean mayHold(long usedThen, long heldThen) {
    return usedThen <= openToAll
        || (usedThen <= total && heldThen <= (total - usedThen) / SMALL_PART);
  }

  void giveBack(Owner owner, long bytes) {
    owner.held.addAndGet(-bytes);
    used.addAndGet(-bytes);
    queue.serve();
  }

  /** Whether an owner may come to hold so much at all. */
  boolean canEverHold(long bytes) {
    return bytes <= openToAll;
  }

  MemoryQueue queue() {
    return queue;
  }

  /** Starts a copy outside of the budget; false when it is too big, or another one is made. */
  boolean tryCopy(long bytes) {
    return bytes <= total / COPY_PART && bigCopy.tryAcquire();
  }

  /** The same, but waits for other copies; false when it is too big, or its turn does not come. */
  boolean awaitCopy(long bytes) throws InterruptedException {
    return bytes <= total / COPY_PART && bigCopy.tryAcquire(COPY_SECONDS, TimeUnit.SECONDS);
  }

  void copied() {
    bigCopy.release();
  }

  /** Bytes in all. */
  public long total() {
    return total;
  }

  /** How much of it is in use. */
  public MemoryUse use() {
    return new MemoryUse(
        total, used.get(), peak.get(), refusals.sum(), owners.size(), queue.length());
  }
}
