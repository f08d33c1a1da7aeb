// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.floor;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How values spread.
 *
 * @param least the smallest
 * @param p50 the median
 * @param p99 99 of 100 are no larger
 * @param variation standard deviation over mean
 */
record Spread(double least, double p50, double p99, double variation) {
  private static final double NANOS_PER_MILLI = 1e6;

  /** Of the times that the client saw, in milliseconds. */
  static Spread ofTimes(List<Call> calls) {
    return of(calls, call -> call.nanos() / NANOS_PER_MILLI);
  }

  static Spread of(List<Call> calls, ToDoubleFunction<Call> value) {
    double[] sorted = calls.stream().mapToDouble(value).sorted().toArray();
    double mean = Arrays.stream(sorted).average().orElse(0);
    double variance =
        Arrays.stream(sorted).map(each -> (each - mean) * (each - mean)).average().orElse(0);
    return new Spread(
        sorted[0],
        quantile(sorted, 0.5),
        quantile(sorted, 0.99),
        mean == 0 ? 0 : Math.sqrt(variance) / mean);
  }

  /** The smallest value that so large a share does not exceed. */
  static double quantile(double[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }
}
