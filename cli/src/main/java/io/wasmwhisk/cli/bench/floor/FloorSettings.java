// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.floor;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param warmUp how long all phases are called before anything counts
 * @param rounds into which the calls are divided, so that their spread is seen
 * @param invokes warm calls of each side
 * @param colds calls of each side in each of the two cold phases
 * @param pause between two calls, for what the server still does after an answer
 */
public record FloorSettings(Duration warmUp, int rounds, int invokes, int colds, Duration pause) {
  /** Checks that every round has a call. */
  public FloorSettings {
    if (rounds < 1 || invokes < rounds || colds < rounds) {
      throw new IllegalArgumentException(
          "%d warm and %d cold calls are too few for %d rounds of at least one each"
              .formatted(invokes, colds, rounds));
    }
  }

  /** Calls of each side in one round. */
  int callsOf(Phase phase) {
    return switch (phase) {
      case WARM -> invokes / rounds;
      case COLD, NEW_CODE -> colds / rounds;
    };
  }
}
