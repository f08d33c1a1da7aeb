// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.contender;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What was measured of calls: the time of each, and of all of them together, in nanoseconds. */
public final class Samples {
  private static final double NANOS_PER_SECOND = 1e9;

  private final long[] values;
  private final long[] sorted;
  private final long wallNanos;
  private final long cpuNanos;

  private Samples(long wallNanos, long cpuNanos, long[] values) {
    this.values = values;
    this.sorted = Arrays.stream(values).sorted().toArray();
    this.wallNanos = wallNanos;
    this.cpuNanos = cpuNanos;
  }

  /**
   * Samples of one measurement.
   *
   * @param wallNanos from the first call to the end of the last; calls on two threads overlap
   * @param cpuNanos processor time of the process in that time; 0 where it was not measured
   * @param values one for each call, in their order
   */
  public static Samples of(long wallNanos, long cpuNanos, long... values) {
    return new Samples(wallNanos, cpuNanos, values.clone());
  }

  /** All calls of several measurements, as if they were one. */
  public static Samples joined(List<Samples> parts) {
    return new Samples(
        parts.stream().mapToLong(each -> each.wallNanos).sum(),
        parts.stream().mapToLong(each -> each.cpuNanos).sum(),
        parts.stream().flatMapToLong(Samples::values).toArray());
  }

  /** The words of {@code wall cpu value…}, as peers write them. */
  public static Samples parse(Stream<String> words) {
    long[] numbers = words.mapToLong(Long::parseLong).toArray();
    return new Samples(numbers[0], numbers[1], Arrays.copyOfRange(numbers, 2, numbers.length));
  }

  /** Each call's, in their order. */
  public LongStream values() {
    return Arrays.stream(values);
  }

  /** How many calls. */
  public int count() {
    return values.length;
  }

  /** From the first call to the end of the last. */
  public long wallNanos() {
    return wallNanos;
  }

  /** Processor time of the process in that time. */
  public long cpuNanos() {
    return cpuNanos;
  }

  /** The smallest value that so large a share of them does not exceed; NaN when there is none. */
  public double quantile(double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  /** The median. */
  public double median() {
    return quantile(0.5);
  }

  /** Standard deviation over mean; NaN when there is no value. */
  public double variation() {
    double mean = values().average().orElse(Double.NaN);
    double variance =
        values().mapToDouble(each -> (each - mean) * (each - mean)).average().orElse(Double.NaN);
    return Math.sqrt(variance) / mean;
  }

  /** Calls in a second. */
  public double perSecond() {
    return values.length * NANOS_PER_SECOND / wallNanos;
  }

  /** Processor time for each call. */
  public double cpuPerCall() {
    return (double) cpuNanos / values.length;
  }

  /** Writes an object with the statistics and every value, all times in nanoseconds. */
  public void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("count", count());
    json.writeNumberField("wall", wallNanos);
    json.writeNumberField("cpu", cpuNanos);
    json.writeNumberField("p50", quantile(0.5));
    json.writeNumberField("p99", quantile(0.99));
    json.writeNumberField("cv", variation());
    json.writeFieldName("samples");
    json.writeArray(values, 0, values.length);
    json.writeEndObject();
  }
}
