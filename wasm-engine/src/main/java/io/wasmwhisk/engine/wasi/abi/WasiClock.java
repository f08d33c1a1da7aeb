// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.abi;

/** The time as a guest sees it, and how it waits. Used on the guest's thread. */
public interface WasiClock {

  /** Nanoseconds since 1970. */
  long realtime();

  /** Nanoseconds since some moment in the past; never goes back, never negative. */
  long monotonic();

  /** Nanoseconds of processor time that the calling thread has used; never goes back. */
  long cpu();

  /** The step in which the given clocks move, in nanoseconds, at least 1. */
  long resolution();

  /**
   * Waits until {@link #monotonic()} has moved on by at least {@code nanos}.
   *
   * @throws InterruptedException at once when the thread is interrupted
   */
  void await(long nanos) throws InterruptedException;

  /** The JVM's own clocks. */
  static WasiClock system() {
    return SystemClock.INSTANCE;
  }
}
