// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits;

import java.time.Duration;

/** Calls back when a deadline passes. */
@FunctionalInterface
public interface Deadlines {

  /** Calls {@code expiry} once, after {@code delay}, unless disarmed before. */
  Armed arm(Duration delay, Runnable expiry);

  /** A deadline that has not passed yet. */
  @FunctionalInterface
  interface Armed {
    /** Forgets the deadline; harmless when it has passed. */
    void disarm();
  }
}
