// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.soak;

import java.time.Duration;

/**
 * How long and how much.
 *
 * @param time from the first call to the last
 * @param warmUp the part of it at the beginning in which growth does not count: caches fill, code
 *     is compiled
 * @param rate calls begun in a second, however long their answers take
 * @param churn an action goes and another comes so often, and one is changed
 * @param sample the server's process is looked at so often
 */
public record SoakSettings(
    Duration time, Duration warmUp, double rate, Duration churn, Duration sample) {
  private static final int FEWEST_SAMPLES = 8;

  /** Checks that there is something to compare. */
  public SoakSettings {
    if (time.minus(warmUp).compareTo(sample.multipliedBy(FEWEST_SAMPLES)) < 0) {
      throw new IllegalArgumentException(
          "%d s with %d s of warm-up have less than %d samples to compare, one every %d s"
              .formatted(time.toSeconds(), warmUp.toSeconds(), FEWEST_SAMPLES, sample.toSeconds()));
    }
    if (!(rate > 0)) {
      throw new IllegalArgumentException("a rate of %s calls a second is none".formatted(rate));
    }
  }
}
