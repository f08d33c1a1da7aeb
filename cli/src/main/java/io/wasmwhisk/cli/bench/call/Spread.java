// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.call;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * How values spread; without any value all are NaN.
 *
 * @param count how many
 * @param mean of them
 * @param p50 the median
 * @param p99 99 of 100 are no larger
 * @param most the largest
 * @param variation standard deviation over mean
 */
public record Spread(
    int count, double mean, double p50, double p99, double most, double variation) {
  /** Of these values. */
  public static Spread of(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    double mean = Arrays.stream(sorted).average().orElse(Double.NaN);
    double variance =
        Arrays.stream(sorted)
            .map(each -> (each - mean) * (each - mean))
            .average()
            .orElse(Double.NaN);
    return new Spread(
        sorted.length,
        mean,
        quantile(sorted, 0.5),
        quantile(sorted, 0.99),
        quantile(sorted, 1),
        mean == 0 ? 0 : Math.sqrt(variance) / mean);
  }

  /** The smallest value that so large a share does not exceed. */
  private static double quantile(double[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  /** Writes a member of that name; none when there is no value. */
  public void write(JsonGenerator json, String name) throws IOException {
    if (count == 0) {
      return;
    }
    json.writeObjectFieldStart(name);
    json.writeNumberField("count", count);
    json.writeNumberField("mean", mean);
    json.writeNumberField("p50", p50);
    json.writeNumberField("p99", p99);
    json.writeNumberField("max", most);
    json.writeNumberField("cv", variation);
    json.writeEndObject();
  }
}
