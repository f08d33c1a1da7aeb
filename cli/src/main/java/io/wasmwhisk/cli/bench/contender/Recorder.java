// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.contender;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Times of calls in this process as they come, and what all of it took since it was made. */
public final class Recorder {
  private final long began = System.nanoTime();
  private final long cpu = processNanos();
  private long[] values = new long[256];
  private int count;

  /** Processor time of this JVM, with its compilers and its collector. */
  static long processNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  /** Adds the time of a call, in nanoseconds. */
  public void add(long nanos) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = nanos;
  }

  void addAll(Recorder others) {
    for (int i = 0; i < others.count; i++) {
      add(others.values[i]);
    }
  }

  /** How many calls there were. */
  public int count() {
    return count;
  }

  /** What was measured so far. */
  public Samples samples() {
    return Samples.of(
        System.nanoTime() - began, processNanos() - cpu, Arrays.copyOf(values, count));
  }
}
