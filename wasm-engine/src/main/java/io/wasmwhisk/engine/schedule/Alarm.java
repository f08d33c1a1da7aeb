// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.schedule;

/** Calls back later. */
@FunctionalInterface
public interface Alarm {
  /** Runs {@code action} once, in {@code nanos} nanoseconds or soon after, on another thread. */
  void after(long nanos, Runnable action);
}
