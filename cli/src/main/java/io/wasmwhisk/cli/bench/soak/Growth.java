// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.soak;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How a quantity changed from the first quarter of the samples to the last.
 *
 * @param what it is
 * @param unit of the numbers
 * @param first the median of the first quarter
 * @param last the median of the last quarter
 * @param slope of the line through all samples, in units an hour: the median of the slopes of all
 *     pairs (Theil and Sen), which a few wild samples do not move
 * @param bound the most that {@code last} may be above {@code first}
 */
record Growth(String what, String unit, double first, double last, double slope, double bound) {
  private static final double SECONDS_PER_HOUR = 3_600;

  /**
   * @param share of the first median that it may grow by
   * @param more units that it may grow by on top
   */
  static Growth of(
      String what,
      String unit,
      List<Sample> samples,
      ToDoubleFunction<Sample> value,
      double share,
      double more) {
    int quarter = samples.size() / 4;
    double first = median(samples.subList(0, quarter), value);
    double last = median(samples.subList(samples.size() - quarter, samples.size()), value);
    return new Growth(what, unit, first, last, slope(samples, value), first * share + more);
  }

  double amount() {
    return last - first;
  }

  boolean held() {
    return amount() <= bound;
  }

  private static double slope(List<Sample> samples, ToDoubleFunction<Sample> value) {
    double[] slopes =
        IntStream.range(0, samples.size())
            .boxed()
            .flatMapToDouble(
                i ->
                    IntStream.range(0, i)
                        .mapToDouble(
                            j ->
                                (value.applyAsDouble(samples.get(i))
                                        - value.applyAsDouble(samples.get(j)))
                                    / (samples.get(i).seconds() - samples.get(j).seconds())))
            .toArray();
    return middle(slopes) * SECONDS_PER_HOUR;
  }

  private static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
    return middle(samples.stream().mapToDouble(value).toArray());
  }

  /** The lower of the two in the middle, when there are two. */
  private static double middle(double[] values) {
    Arrays.sort(values);
    return values[(values.length - 1) / 2];
  }
}
