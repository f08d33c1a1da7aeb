// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.cold;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param most rounds have 1, 2, … so many calls at once
 * @param repeats of all rounds
 * @param pause before each round
 * @param warmUp rounds for so long before anything counts
 * @param codes what the actions are made of, each in rounds of its own
 */
public record ColdSettings(
    int most, int repeats, Duration pause, Duration warmUp, List<Code> codes) {
  /** Checks the numbers. */
  public ColdSettings {
    codes = List.copyOf(codes);
    if (most < 1 || repeats < 1) {
      throw new IllegalArgumentException(
          "%d repeats of rounds of up to %d calls at once measure nothing: at least 1 of each"
              .formatted(repeats, most));
    }
  }
}
