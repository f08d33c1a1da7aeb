// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * The processor time of one thread from one moment on, and its limit. Made and stopped on that
 * thread, asked from any.
 */
public final class CpuMeter {
  /**
   * A thread is looked at no more often than this, so that a thousand of them that stand just
   * before their limits cost nothing; they may use so much more than they should.
   */
  private static final Duration LEAST_STEP = Duration.ofMillis(50);

  private final CpuClock clock;
  private final Thread thread = Thread.currentThread();
  private final long start;
  private volatile long used;
  private volatile boolean stopped;
  private volatile Deadlines.Armed next = () -> {};

  /** Starts counting for the calling thread. */
  public CpuMeter(CpuClock clock) {
    this.clock = clock;
    this.start = clock.nanos(thread);
  }

  /** Used until now, or until the end. */
  public Duration used() {
    if (!stopped) {
      used = Math.max(used, clock.nanos(thread) - start);
    }
    return Duration.ofNanos(used);
  }

  /** Stops counting. */
  public Duration stop() {
    Duration all = used();
    stopped = true;
    next.disarm();
    return all;
  }

  /**
   * Calls {@code overspent} once the thread has used {@code limit}, unless it was stopped before. A
   * thread cannot use more than the time that passes, so nothing is looked at before that.
   *
   * @param deadlines where it is looked at later
   * @param overspent gets what was used
   */
  public void watch(Duration limit, Deadlines deadlines, Consumer<Duration> overspent) {
    if (stopped) {
      return;
    }
    Duration now = used();
    Duration left = limit.minus(now);
    if (!left.isPositive()) {
      overspent.accept(now);
      return;
    }
    Duration step = left.compareTo(LEAST_STEP) < 0 ? LEAST_STEP : left;
    next = deadlines.arm(step, () -> watch(limit, deadlines, overspent));
    if (stopped) {
      next.disarm();
    }
  }
}
