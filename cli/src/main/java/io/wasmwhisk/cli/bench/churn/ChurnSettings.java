// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.churn;

import java.time.Duration;
import java.util.List;

/**
 * How much is called.
 *
 * @param functions how many there are, one number after the other
 * @param rate calls begun in a second, however long their answers take
 * @param warmUp the first calls of each number, which do not count
 * @param time for so long after it they count
 * @param memoryMb each function's memory limit
 * @param leastShare of the rate that must be answered, lest it is a collapse
 */
public record ChurnSettings(
    List<Integer> functions,
    double rate,
    Duration warmUp,
    Duration time,
    int memoryMb,
    double leastShare) {
  /** Checks the ranges. */
  public ChurnSettings {
    functions = List.copyOf(functions);
    for (int number : functions) {
      if (number < 1) {
        throw new IllegalArgumentException("%d functions are none to call".formatted(number));
      }
    }
    if (!(rate > 0)) {
      throw new IllegalArgumentException("a rate of %s calls a second is none".formatted(rate));
    }
    if (rate * time.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "%s calls a second for %d ms are less than one".formatted(rate, time.toMillis()));
    }
  }
}
