// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench;

import java.time.Duration;

/**
 * What holds for all attacks.
 *
 * @param pace between two calls of the same neighbour
 * @param calm how long the neighbours are watched before each attack
 * @param late how long after its deadline an activation may end, by the server's clock
 * @param slow how much longer than before it the neighbours' p99 may be during an attack
 * @param heapMb MiB that the heap may keep after an attack, above what it had before the first
 * @param threads that may stay, likewise
 */
public record BenchSettings(
    Duration pace, Duration calm, Duration late, Duration slow, long heapMb, int threads) {
  /** 125 calls of neighbours a second; 100 ms after the deadline; a second. */
  public static final BenchSettings DEFAULTS =
      new BenchSettings(
          Duration.ofMillis(40),
          Duration.ofMillis(1_500),
          Duration.ofMillis(100),
          Duration.ofSeconds(1),
          96,
          32);

  /** With other times. */
  public BenchSettings with(Duration calm, Duration late, Duration slow) {
    return new BenchSettings(pace, calm, late, slow, heapMb, threads);
  }
}
