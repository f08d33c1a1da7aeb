// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.cpu;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A contender over another, for all programs that take the processor.
 *
 * @param first the geometric mean of its first activations over the other's peak
 * @param peak that of the peaks
 * @param programs how many both ran
 */
record Overall(String contender, String other, double first, double peak, int programs) {
  static Overall of(List<CpuResult> results, String contender, String other) {
    List<CpuResult> both =
        results.stream()
            .filter(result -> result.program().heavy())
            .filter(result -> result.course(contender).isPresent())
            .filter(result -> result.course(other).isPresent())
            .toList();
    return new Overall(
        contender,
        other,
        mean(both, result -> result.firstMillis(contender) / result.peakMillis(other)),
        mean(both, result -> result.peakMillis(contender) / result.peakMillis(other)),
        both.size());
  }

  private static double mean(List<CpuResult> results, ToDoubleFunction<CpuResult> ratio) {
    return Math.exp(
        results.stream().mapToDouble(ratio).map(Math::log).average().orElse(Double.NaN));
  }

  String words() {
    return String.format(
        Locale.ROOT,
        "%s over %s's peak, geometric mean of %d programs: activation #1 %.2f, peak %.2f",
        contender,
        other,
        programs,
        first,
        peak);
  }
}
