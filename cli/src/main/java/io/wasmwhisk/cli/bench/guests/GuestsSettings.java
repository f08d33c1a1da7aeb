// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.guests;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param time of each guest and contender, in all
 * @param rounds into which the warm calls are divided, contender after contender
 * @param pause before a call that is to find the next instance ready
 */
public record GuestsSettings(Duration time, int rounds, Duration pause) {
  /** Warm calls are made in three ways. */
  private static final int WAYS = 3;

  private static final int QUARTERS = 4;

  /** Checks the ranges. */
  public GuestsSettings {
    if (rounds < 1) {
      throw new IllegalArgumentException("%d rounds are too few; at least 1".formatted(rounds));
    }
  }

  /** A quarter: modules never seen before. */
  Duration unseen() {
    return time.dividedBy(QUARTERS);
  }

  /** A quarter: until the code is compiled as well as it gets. */
  Duration warmUp() {
    return time.dividedBy(QUARTERS);
  }

  /** One way of calling in one round, of the half that is left. */
  Duration slice() {
    return time.dividedBy(2L * rounds * WAYS);
  }
}
