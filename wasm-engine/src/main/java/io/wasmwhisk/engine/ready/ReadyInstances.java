// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.ready;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import io.wasmwhisk.engine.runtime.GuestCode;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The instances that were made ahead, at most one of a module, each for one activation only, within
 * a bound of bytes; those that nobody has called for in a minute are closed. They keep no module
 * alive: code that nobody has any more takes its instance with it.
 *
 * <p>A module keeps its place within the bound from one instance to the next, and has it at hand:
 * an activation tells the cache of it once in a while only, which takes longer than all else that
 * is done here.
 */
public final class ReadyInstances implements AutoCloseable {
  /** Weights are ints in the cache, and bounds can be larger: count in KiB. */
  private static final int UNIT = 1024;

  /** How long one is kept: longer than the pauses of an action that is in use. */
  static final Duration KEPT = Duration.ofMinutes(1);

  /** How long a slot is used before the cache is told again. */
  static final Duration TOLD = Duration.ofSeconds(1);

  private final long mostBytes;
  private final Ticker ticker;
  private final Cache<ReadyCode, Slot> slots;

  /** Shared by those who make instances; whoever closes waits for them, and has it alone. */
  private final ReadWriteLock life = new ReentrantReadWriteLock();

  private final LongAdder made = new LongAdder();
  private final LongAdder taken = new LongAdder();
  private boolean closed;

  /**
   * @param mostBytes heap that they may take together; 0 to make none
   */
  public ReadyInstances(long mostBytes) {
    this(mostBytes, Ticker.systemTicker(), Scheduler.systemScheduler());
  }

  ReadyInstances(long mostBytes, Ticker ticker, Scheduler scheduler) {
    this.mostBytes = mostBytes;
    this.ticker = ticker;
    slots =
        Caffeine.newBuilder()
            .weakKeys()
            .maximumWeight(mostBytes / UNIT)
            .weigher((ReadyCode code, Slot slot) -> weigh(code))
            .expireAfterAccess(KEPT)
            .ticker(ticker)
            .scheduler(scheduler)
            .executor(Runnable::run)
            .evictionListener(ReadyInstances::evicted)
            .build();
  }

  private static int weigh(ReadyCode code) {
    return (int) Math.min(Integer.MAX_VALUE, code.instanceBytes() / UNIT + 1);
  }

  private static void evicted(@Nullable ReadyCode code, @Nullable Slot slot, RemovalCause cause) {
    if (slot != null) {
      slot.close();
    }
  }

  /**
   * The same code, of which instances can be made ahead.
   *
   * @param instanceBytes heap that one instance takes
   */
  public GuestCode of(GuestCode code, long instanceBytes) {
    return instanceBytes > mostBytes ? code : new ReadyCode(code, this, instanceBytes);
  }

  /** The one of this code, for the caller alone; null when there is none. */
  @Nullable ReadyInstance take(ReadyCode code) {
    Slot slot = slotInUse(code);
    ReadyInstance instance = slot == null ? null : slot.take();
    if (instance != null) {
      taken.increment();
    }
    return instance;
  }

  /** The code's slot; null when it has none any more. */
  private @Nullable Slot slotInUse(ReadyCode code) {
    Slot slot = code.slot();
    long now = ticker.read();
    if (slot == null || slot.isClosed() || now - slot.told() < TOLD.toNanos()) {
      return slot;
    }
    slot.tell(now);
    return slots.getIfPresent(code);
  }

  private Slot slot(ReadyCode code) {
    Slot known = slotInUse(code);
    if (known != null && !known.isClosed()) {
      return known;
    }
    Slot slot = slots.get(code, any -> new Slot(ticker.read()));
    code.keep(slot);
    return slot;
  }

  /** Has an instance made unless there is one, or these are closed. */
  void supply(ReadyCode code, Supplier<@Nullable ReadyInstance> maker) {
    if (!life.readLock().tryLock()) {
      return;
    }
    try {
      if (!closed) {
        supply(slot(code), maker);
      }
    } finally {
      life.readLock().unlock();
    }
  }

  private void supply(Slot slot, Supplier<@Nullable ReadyInstance> maker) {
    ReadyInstance instance = slot.isEmpty() ? maker.get() : null;
    if (instance == null) {
      return;
    }
    made.increment();
    if (!slot.offer(instance)) {
      instance.close();
    }
  }

  /** How many there are and were. */
  public ReadyUse use() {
    slots.cleanUp();
    return new ReadyUse(
        slots.asMap().values().stream().filter(Slot::isFilled).count(), made.sum(), taken.sum());
  }

  /** Closes them all, after those that are being made; an engine can be closed then. */
  @Override
  public void close() {
    life.writeLock().lock();
    try {
      closed = true;
      slots.asMap().values().forEach(Slot::close);
      slots.invalidateAll();
    } finally {
      life.writeLock().unlock();
    }
  }
}
