// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.soak;

import io.wasmwhisk.cli.bench.process.Histogram;
import java.util.List;

/**
 * A look at the server, and what its clients got since the one before.
 *
 * @param seconds since the first call
 * @param histogram of the heap
 * @param nonHeap bytes
 * @param resident bytes
 * @param threads of the platform
 * @param descriptors open files and connections, without those that clients opened
 * @param calls that ended
 * @param underWay those that did not yet
 * @param helloP50 milliseconds that the calls of hello took
 * @param helloP99 milliseconds, likewise
 */
record Sample(
    double seconds,
    Histogram histogram,
    long nonHeap,
    long resident,
    int threads,
    int descriptors,
    Calls calls,
    int underWay,
    double helloP50,
    double helloP99) {
  /** How many ended how. */
  record Calls(int right, int wrong, int lost) {
    static Calls of(List<SoakCall> calls) {
      int[] counts = new int[SoakCall.End.values().length];
      calls.forEach(call -> counts[call.end().ordinal()]++);
      return new Calls(counts[0], counts[1], counts[2]);
    }

    Calls plus(Calls other) {
      return new Calls(right + other.right, wrong + other.wrong, lost + other.lost);
    }
  }

  private static final String HELLO = "hello";
  private static final double NANOS_PER_MILLI = 1e6;

  static double helloMillis(List<SoakCall> calls, double share) {
    double[] sorted =
        calls.stream()
            .filter(call -> call.role().equals(HELLO))
            .mapToDouble(call -> call.nanos() / NANOS_PER_MILLI)
            .sorted()
            .toArray();
    return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }
}
