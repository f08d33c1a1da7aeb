// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.capacity;

import java.time.Duration;
import java.util.List;

/**
 * How many and how long.
 *
 * @param steps activations at once, one number after the other
 * @param sleep what each activation does
 * @param perContainer activations at once that one container may have: the action's concurrency
 *     limit
 * @param memoryMb the action's memory limit
 * @param patience so long after its sleep an activation may end
 * @param warmUp calls before anything counts: code is compiled, connections are open
 */
public record CapacitySettings(
    List<Integer> steps,
    Duration sleep,
    int perContainer,
    int memoryMb,
    Duration patience,
    int warmUp) {
  /** Checks the ranges. */
  public CapacitySettings {
    steps = List.copyOf(steps);
    for (int step : steps) {
      if (step < 1) {
        throw new IllegalArgumentException("%d activations at once are none".formatted(step));
      }
    }
    if (perContainer < 1) {
      throw new IllegalArgumentException(
          "a container for %d activations at once has none".formatted(perContainer));
    }
    if (warmUp < 0) {
      throw new IllegalArgumentException("%d calls of warm-up cannot be made".formatted(warmUp));
    }
  }

  /** Their time limit: they may wait for their turns besides. */
  Duration limit() {
    return sleep.plus(patience);
  }
}
