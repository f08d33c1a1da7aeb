// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.abi;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The clocks of this JVM; they tell nanoseconds and move in steps of about one microsecond. */
final class SystemClock implements WasiClock {
  static final SystemClock INSTANCE = new SystemClock();

  private static final long RESOLUTION = 1000;

  private final long start = System.nanoTime();

  @Override
  public long realtime() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000 + now.getNano();
  }

  @Override
  public long monotonic() {
    return System.nanoTime() - start;
  }

  @Override
  public long cpu() {
    return Threads.BEAN.getCurrentThreadCpuTime();
  }

  @Override
  public long resolution() {
    return RESOLUTION;
  }

  @Override
  public void await(long nanos) throws InterruptedException {
    long from = System.nanoTime();
    long left = nanos;
    do {
      TimeUnit.NANOSECONDS.sleep(left);
      left = nanos - (System.nanoTime() - from);
    } while (left > 0);
  }

  /** Loaded by the first guest that asks: most never do. */
  private static final class Threads {
    static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();
  }
}
