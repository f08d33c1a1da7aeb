// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.restart;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param time in which modules of each guest are compiled, before the start and after it
 * @param rounds into which what is measured is divided, contender after contender
 */
public record RestartSettings(Duration time, int rounds) {
  /** Of the modules, and of the time: so many parts are warm-up, of so many. */
  private static final int PARTS = 3;

  /** Checks the ranges. */
  public RestartSettings {
    if (rounds < 1) {
      throw new IllegalArgumentException("%d rounds are too few; at least 1".formatted(rounds));
    }
  }

  /** So many modules are kept at least: one for each part and round. */
  int least() {
    return PARTS * rounds;
  }

  Duration warmUp() {
    return time.dividedBy(PARTS);
  }

  /** One contender in one round. */
  Duration slice() {
    return time.minus(warmUp()).dividedBy(rounds);
  }

  int warmUp(int kept) {
    return kept / PARTS;
  }

  int slice(int kept) {
    return (kept - warmUp(kept)) / rounds;
  }
}
