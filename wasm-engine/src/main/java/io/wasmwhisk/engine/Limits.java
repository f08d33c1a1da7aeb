// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * What one activation may use.
 *
 * @param time wall time from the start of the guest to its end
 * @param cpu processor time; empty for no limit but {@code time}
 * @param memoryBytes linear memory, a multiple of 65,536 after rounding down
 * @param logBytes bytes of log lines kept; more are dropped, the guest goes on
 * @param resultBytes bytes of a result; a longer one is {@link Outcome.ResultTooLarge}
 * @param resultPrefixBytes bytes kept of a result that is too large
 * @param tmpBytes bytes that files in /tmp may hold
 * @param tmpFiles names that /tmp may hold
 */
public record Limits(
    Duration time,
    Optional<Duration> cpu,
    long memoryBytes,
    long logBytes,
    long resultBytes,
    long resultPrefixBytes,
    long tmpBytes,
    int tmpFiles) {
  /** A page of linear memory (core specification, 4.2.8). */
  public static final int PAGE_BYTES = 65_536;

  /** What 32-bit addresses reach. */
  public static final long MOST_MEMORY_BYTES = 1L << 32;

  /** What a result, log lines or /tmp may take at most. */
  public static final long MOST_OUTPUT_BYTES = 1L << 30;

  /**
   * OpenWhisk's defaults: 60 s, 256 MB, 10 MB of logs, 1 MB of result of which 1 KB is kept; and 16
   * MiB in 1,000 files of /tmp.
   */
  public static final Limits DEFAULTS =
      new Limits(
          Duration.ofSeconds(60),
          Optional.empty(),
          256L << 20,
          10L << 20,
          1L << 20,
          1L << 10,
          16L << 20,
          1_000);

  /** Checks each range. */
  public Limits {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("time limit of " + time + " must be more than zero");
    }
    if (cpu.isPresent() && !cpu.get().isPositive()) {
      throw new IllegalArgumentException(
          "limit of processor time of " + cpu.get() + " must be more than zero");
    }
    requireRange("memory limit", memoryBytes, PAGE_BYTES, MOST_MEMORY_BYTES);
    requireRange("log limit", logBytes, 0, MOST_OUTPUT_BYTES);
    requireRange("result limit", resultBytes, 1, MOST_OUTPUT_BYTES);
    requireRange("kept part of a result too large", resultPrefixBytes, 0, resultBytes);
    requireRange("limit of bytes in /tmp", tmpBytes, 0, MOST_OUTPUT_BYTES);
    if (tmpFiles < 0) {
      throw new IllegalArgumentException(
          "limit of files in /tmp of " + tmpFiles + " must not be negative");
    }
  }

  private static void requireRange(String what, long bytes, long least, long most) {
    if (bytes < least || bytes > most) {
      throw new IllegalArgumentException(
          "%s of %d bytes must be from %d to %d bytes".formatted(what, bytes, least, most));
    }
  }

  /** These limits with another time. */
  public Limits withTime(Duration time) {
    return new Limits(
        time, cpu, memoryBytes, logBytes, resultBytes, resultPrefixBytes, tmpBytes, tmpFiles);
  }

  /** These limits with another processor time. */
  public Limits withCpu(Duration cpu) {
    return new Limits(
        time,
        Optional.of(cpu),
        memoryBytes,
        logBytes,
        resultBytes,
        resultPrefixBytes,
        tmpBytes,
        tmpFiles);
  }

  /** These limits with another memory. */
  public Limits withMemoryBytes(long memoryBytes) {
    return new Limits(
        time, cpu, memoryBytes, logBytes, resultBytes, resultPrefixBytes, tmpBytes, tmpFiles);
  }

  /**
   * These limits with another bound of results.
   *
   * @param prefixBytes bytes kept of a result that is too large, at most {@code bytes}
   */
  public Limits withResultBytes(long bytes, long prefixBytes) {
    return new Limits(
        time, cpu, memoryBytes, logBytes, bytes, Math.min(bytes, prefixBytes), tmpBytes, tmpFiles);
  }
}
