// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits;

/**
 * What one activation takes of the heap. Its linear memory and tables count against the
 * activation's own limit; these and everything else that the guest makes the host hold count
 * against the {@link MemoryBudget}, before the heap is asked for it. Thread-safe.
 *
 * <p>Once closed it holds nothing and refuses everything; what it says of refusals stays.
 */
public final class MemoryAccount implements AutoCloseable {
  /** Small takings go to the budget in steps, so that most of them touch nothing shared. */
  private static final long STEP = 16 << 10;

  private final MemoryBudget budget;
  private final String name;
  private final MemoryBudget.Owner owner;
  private final long limit;
  private long guest;
  private long frames;

  /** Taken from the budget, and what of that is not needed at the moment. */
  private long taken;

  private long spare;
  private boolean copyingBeside;
  private boolean closed;
  private MemoryRefusal refusal = MemoryRefusal.NONE;

  MemoryAccount(MemoryBudget budget, String name, MemoryBudget.Owner owner, long limit) {
    this.budget = budget;
    this.name = name;
    this.owner = owner;
    this.limit = limit;
  }

  /**
   * Takes what a new instance needs.
   *
   * @param guestBytes its memories and tables
   * @param hostBytes what else it takes
   */
  public synchronized boolean tryInstantiate(long guestBytes, long hostBytes) {
    return withinLimit(guestBytes) && granted(tryAdd(guestBytes, hostBytes));
  }

  /**
   * Takes what a memory or a table needs to grow: what is added, and, until {@link #grown}, the
   * copy that the engine makes. May wait for other copies. Called by the guest's thread only.
   *
   * @param added bytes it will have more
   * @param held bytes it has
   */
  public boolean tryGrow(long added, long held) throws InterruptedException {
    if (!withinLimit(added)) {
      return false;
    }
    return tryAdd(added, held) || granted(tryGrowBeside(added, held));
  }

  /** The same with the copy outside of the budget. */
  private boolean tryGrowBeside(long added, long held) throws InterruptedException {
    return budget.tryCopy(held) && tryAddBesideCopy(added);
  }

  private synchronized boolean tryAddBesideCopy(long added) {
    copyingBeside = true;
    boolean enough = tryAdd(added, 0);
    if (!enough) {
      endCopyBeside();
    }
    return enough;
  }

  /**
   * A growth that was granted is over.
   *
   * @param done whether the memory or table has grown
   */
  public synchronized void grown(long added, long held, boolean done) {
    giveBack(copyingBeside ? 0 : held);
    endCopyBeside();
    if (!done) {
      giveBack(added);
      guest -= added;
      refusal = MemoryRefusal.BUDGET;
    }
  }

  private void endCopyBeside() {
    if (copyingBeside) {
      copyingBeside = false;
      budget.copied();
    }
  }

  /**
   * Takes what call frames need; they may take as much again as the memory, and keep it.
   *
   * @param bytes what all of them need now
   * @return what they may need before they ask again; less than {@code bytes} is a refusal
   */
  public synchronized long growFrames(long bytes) {
    long wanted = bytes > limit - STEP ? bytes : bytes + STEP;
    if (wanted <= limit && granted(take(wanted - frames))) {
      frames = wanted;
    }
    return frames;
  }

  /** Takes what the host holds for the guest. */
  public synchronized boolean tryHold(long bytes) {
    return granted(take(bytes));
  }

  /** Takes what the host keeps of the guest's output; a refusal is no reason for it to fail. */
  synchronized boolean tryKeep(long bytes) {
    boolean kept = take(bytes);
    if (!kept) {
      budget.refused();
    }
    return kept;
  }

  /** The host no longer holds it. */
  public synchronized void release(long bytes) {
    giveBack(bytes);
  }

  private synchronized boolean tryAdd(long guestBytes, long hostBytes) {
    boolean added = take(guestBytes + hostBytes);
    if (added) {
      guest += guestBytes;
    }
    return added;
  }

  private synchronized boolean withinLimit(long bytes) {
    if (bytes <= limit - guest) {
      return true;
    }
    refusal = MemoryRefusal.LIMIT;
    return false;
  }

  private synchronized boolean granted(boolean taken) {
    if (!taken) {
      refusal = MemoryRefusal.BUDGET;
      budget.refused();
    }
    return taken;
  }

  private boolean take(long bytes) {
    if (closed) {
      return false;
    }
    if (bytes <= spare) {
      spare -= bytes;
      return true;
    }
    long missing = bytes - spare;
    return take(bytes, missing + STEP - 1 - (missing - 1) % STEP) || take(bytes, missing);
  }

  private boolean take(long bytes, long more) {
    if (more < 0 || !budget.tryTake(owner, more)) {
      return false;
    }
    taken += more;
    spare += more - bytes;
    return true;
  }

  private void giveBack(long bytes) {
    if (closed) {
      return;
    }
    spare += bytes;
    if (spare > STEP) {
      budget.giveBack(owner, spare - STEP);
      taken -= spare - STEP;
      spare = STEP;
    }
  }

  /** Bytes of linear memory and tables that the activation may have. */
  public long limit() {
    return limit;
  }

  /** Bytes that all activations may take together. */
  public long budget() {
    return budget.total();
  }

  /** What refused the guest memory last. */
  public synchronized MemoryRefusal refusal() {
    return refusal;
  }

  /** Gives everything back. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      endCopyBeside();
      budget.giveBack(owner, taken);
      budget.closed(name);
    }
  }
}
