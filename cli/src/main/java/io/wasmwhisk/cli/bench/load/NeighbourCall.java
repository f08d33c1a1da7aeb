// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.load;

import java.util.Optional;

/**
 * One call of a neighbour.
 *
 * @param neighbour whom
 * @param started by {@link System#nanoTime}
 * @param nanos until the answer
 * @param complaint what was wrong with the answer or the record
 */
public record NeighbourCall(
    String neighbour, long started, long nanos, Optional<String> complaint) {
  /** Whether it was answered before this moment. */
  public boolean isBefore(long nanoTime) {
    return started + nanos - nanoTime <= 0;
  }
}
