// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.cpu;

import io.wasmwhisk.cli.bench.contender.Request;
import java.time.Duration;

/**
 * How much is measured.
 *
 * @param activations of each program, one after the other
 * @param first how long the activations that are counted take
 * @param most of each program and contender
 */
public record CpuSettings(int activations, Duration first, Duration most) {
  /** Checks the ranges. */
  public CpuSettings {
    if (activations < 1) {
      throw new IllegalArgumentException(
          "%d activations are too few; at least 1".formatted(activations));
    }
  }

  Request request() {
    return new Request.Course(activations, first.compareTo(most) < 0 ? first : most, most);
  }
}
