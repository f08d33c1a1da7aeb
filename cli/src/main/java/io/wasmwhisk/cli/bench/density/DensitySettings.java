// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.density;

import java.time.Duration;
import java.util.List;

/**
 * How many, and what is allowed.
 *
 * @param populations actions deployed, one number after the other
 * @param looks at the heap in each state; the least counts
 * @param settle wait so long before them, for what the server still does
 * @param sleep of the running instances, while which they are looked at
 * @param memoryMb each action's memory limit
 * @param mostBytes of heap that an idle container may take, with the largest population
 */
public record DensitySettings(
    List<Integer> populations,
    int looks,
    Duration settle,
    Duration sleep,
    int memoryMb,
    long mostBytes) {
  /** Checks the ranges. */
  public DensitySettings {
    populations = List.copyOf(populations);
    for (int population : populations) {
      if (population < 0) {
        throw new IllegalArgumentException("%d actions cannot be deployed".formatted(population));
      }
    }
    if (looks < 1) {
      throw new IllegalArgumentException("%d looks at the heap are none".formatted(looks));
    }
  }
}
