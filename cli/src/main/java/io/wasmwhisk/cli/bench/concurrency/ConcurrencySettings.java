// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.concurrency;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param most calls in flight
 * @param step so long there are as many in flight before one is added
 * @param warmUp with the most in flight, before anything counts
 */
public record ConcurrencySettings(int most, Duration step, Duration warmUp) {
  /** Checks the number. */
  public ConcurrencySettings {
    if (most < 1) {
      throw new IllegalArgumentException(
          "%d calls in flight measure nothing: at least 1".formatted(most));
    }
  }
}
