// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits.memory;

import io.wasmwhisk.engine.limits.memory.MemoryQueue.Place;
import org.jspecify.annotations.Nullable;

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
  private @Nullable Place place;
  private boolean stopped;
  private volatile boolean instantiated;
  private boolean closed;
  private MemoryRefusal refusal = MemoryRefusal.NONE;

  MemoryAccount(MemoryBudget budget, String name, MemoryBudget.Owner owner, long limit) {
    this.budget = budget;
    this.name = name;
    this.owner = owner;
    this.limit = limit;
  }

  /** How a thread waits: what is not to be held meanwhile is given back before, and taken after. */
  @FunctionalInterface
  public interface Patience {
    /** Does {@code wait} on the calling thread. */
    void await(Wait wait) throws InterruptedException;
  }

  /** Something that takes its time. */
  @FunctionalInterface
  public interface Wait {
    /** Waits on the calling thread. */
    void await() throws InterruptedException;
  }

  /**
   * Takes what a new instance needs; waits for it where others have it now. Called once, before the
   * account has anything that others could wait for.
   *
   * @param guestBytes its memories and tables
   * @param hostBytes what else it takes
   * @return false when the limit or the whole budget is too small, or {@link #stopWaiting} was
   *     called
   */
  public boolean instantiate(long guestBytes, long hostBytes, Patience patience)
      throws InterruptedException {
    if (!withinLimit(guestBytes)) {
      return false;
    }
    instantiated = !budget.queue().holdsUp(owner) && tryAdd(guestBytes, hostBytes);
    if (!instantiated && granted(budget.canEverHold(guestBytes + hostBytes))) {
      patience.await(() -> awaitInstance(guestBytes, hostBytes));
    }
    return instantiated || granted(false);
  }

  private void awaitInstance(long guestBytes, long hostBytes) throws InterruptedException {
    Place mine = enterQueue(guestBytes + hostBytes);
    try {
      mine.await();
    } finally {
      budget.queue().leave(mine);
      leaveQueue(mine, guestBytes, hostBytes);
    }
  }

  private synchronized Place enterQueue(long bytes) {
    Place mine = budget.queue().enter(owner, bytes);
    place = mine;
    // Whoever asks meanwhile is told what it waits for.
    refusal = MemoryRefusal.BUDGET;
    if (stopped) {
      budget.queue().leave(mine);
    }
    return mine;
  }

  private synchronized void leaveQueue(Place mine, long guestBytes, long hostBytes) {
    if (mine.granted()) {
      taken += guestBytes + hostBytes;
      guest += guestBytes;
      instantiated = true;
      refusal = MemoryRefusal.NONE;
    }
  }

  /** Has {@link #instantiate} wait no longer; for any thread, at any time. */
  public synchronized void stopWaiting() {
    stopped = true;
    if (place != null) {
      budget.queue().leave(place);
    }
  }

  /** Whether an instance was given what it needs to begin with. */
  public boolean instantiated() {
    return instantiated;
  }

  /**
   * Takes what a memory or a table needs to grow: what is added, and, until {@link #grown}, the
   * copy that the engine makes. May wait for other copies. Called by the guest's thread only.
   *
   * @param added bytes it will have more
   * @param held bytes it has
   */
  public boolean tryGrow(long added, long held, Patience patience) throws InterruptedException {
    return withinLimit(added)
        && (tryAdd(added, held) || granted(tryGrowBeside(added, held, patience)));
  }

  /** The same with the copy outside of the budget. */
  private boolean tryGrowBeside(long added, long held, Patience patience)
      throws InterruptedException {
    if (!beginCopyBeside(budget.tryCopy(held))) {
      patience.await(() -> beginCopyBeside(budget.awaitCopy(held)));
    }
    return tryAddBesideCopy(added);
  }

  private synchronized boolean beginCopyBeside(boolean turn) {
    copyingBeside = turn;
    return turn;
  }

  private synchronized boolean tryAddBesideCopy(long added) {
    boolean enough = copyingBeside && tryAdd(added, 0);
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
      // The budget leaves heap enough, so it is an absolute limit: what an array or a table holds.
      refusal = MemoryRefusal.LIMIT;
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
  public synchronized boolean tryKeep(long bytes) {
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
