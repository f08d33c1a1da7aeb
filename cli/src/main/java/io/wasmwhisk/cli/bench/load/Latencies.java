// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.load;

import java.util.List;
import java.util.Locale;

/**
 * How long calls took, in milliseconds.
 *
 * @param count of calls
 * @param p50 half of them took no longer
 * @param p99 99 of 100 took no longer
 * @param most the slowest
 */
public record Latencies(int count, double p50, double p99, double most) {
  private static final double NANOS_PER_MILLI = 1e6;

  /** Of these calls; all zero when there are none. */
  public static Latencies of(List<NeighbourCall> calls) {
    double[] sorted =
        calls.stream().mapToDouble(call -> call.nanos() / NANOS_PER_MILLI).sorted().toArray();
    return new Latencies(
        sorted.length, quantile(sorted, 0.5), quantile(sorted, 0.99), quantile(sorted, 1));
  }

  private static double quantile(double[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  /** Median and 99th percentile. */
  @Override
  public String toString() {
    return count == 0 ? "-" : String.format(Locale.ROOT, "%.1f / %.0f", p50, p99);
  }
}
