// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.tier;

import io.wasmwhisk.engine.binary.InvalidModuleException;
import io.wasmwhisk.engine.runtime.GuestCode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Compiles modules of short activations for the engine that runs these in less time, on few
 * threads, and none while guests want all processors, as long as that does not go on. Bounded: a
 * module that finds too many before it asks again at its next activation.
 */
public final class SecondTier implements AutoCloseable {
  private static final System.Logger LOGGER = System.getLogger(SecondTier.class.getName());

  /** Modules that may wait. */
  static final int MOST_WAITING = 256;

  /**
   * A module moves after two activations that took no longer, with what they waited for: of work
   * for the processor the first engine makes better code, if it has time.
   */
  static final Duration SHORT = Duration.ofMillis(50);

  /** How long a module waits for an idle processor before it looks again, and how often. */
  static final Duration PAUSE = Duration.ofMillis(10);

  private static final int PAUSES = 100;

  /** One processor of so many is taken at most. */
  private static final int PROCESSORS_PER_THREAD = 4;

  private final LongSupplier ticker;
  private final BooleanSupplier idle;
  private final ScheduledThreadPoolExecutor threads;
  private final AtomicInteger waiting = new AtomicInteger();
  private final LongAdder compiled = new LongAdder();

  /**
   * @param idle whether a processor is
   */
  public SecondTier(BooleanSupplier idle) {
    this(
        System::nanoTime,
        idle,
        new ScheduledThreadPoolExecutor(
            Math.max(1, Runtime.getRuntime().availableProcessors() / PROCESSORS_PER_THREAD),
            Thread.ofPlatform().daemon().name("wasm-second-tier-", 0).factory()));
  }

  SecondTier(LongSupplier ticker, BooleanSupplier idle, ScheduledThreadPoolExecutor threads) {
    this.ticker = ticker;
    this.idle = idle;
    this.threads = threads;
  }

  /**
   * Code that is compiled once more after its second short activation, and then is that.
   *
   * @param first runs until then, and where the compilation fails
   * @param second the same module's
   * @param bytes what the compilation keeps until it is done
   */
  public GuestCode of(GuestCode first, Compilation second, long bytes) {
    return new TieredCode(this, first, second, bytes);
  }

  LongSupplier ticker() {
    return ticker;
  }

  /** How many modules were compiled. */
  public long compiled() {
    return compiled.sum();
  }

  /** Whether it is compiled from now on. */
  boolean submit(TieredCode code) {
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      return false;
    }
    later(code, PAUSES);
    return true;
  }

  /** Not at once: whoever has just ended answers first. */
  private void later(TieredCode code, int pauses) {
    try {
      var unused =
          threads.schedule(() -> finish(code, pauses), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // The engine is being closed.
      waiting.decrementAndGet();
    }
  }

  private void finish(TieredCode code, int pauses) {
    if (pauses > 0 && !idle.getAsBoolean()) {
      later(code, pauses - 1);
      return;
    }
    try {
      code.finish();
    } finally {
      waiting.decrementAndGet();
    }
  }

  /** The code; empty when this engine cannot have it, or this JVM. */
  Optional<GuestCode> compiled(Compilation compilation) {
    try {
      GuestCode code = compilation.compile();
      compiled.increment();
      return Optional.of(code);
    } catch (InvalidModuleException e) {
      LOGGER.log(System.Logger.Level.DEBUG, "A module stays with the engine that it has", e);
    } catch (RuntimeException | Error e) {
      LOGGER.log(System.Logger.Level.WARNING, "Compiling a module once more failed", e);
    }
    return Optional.empty();
  }

  /** Compiles nothing more; what is being compiled is of no use to anybody, and no harm. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
