// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.contender;

import java.util.Map;
import java.util.Optional;

/**
 * What a contender measured, by the names that {@link Request} gives.
 *
 * @param samples empty where it cannot do what was asked
 */
public record Answer(Map<String, Samples> samples) {
  /** Copies the map. */
  public Answer {
    samples = Map.copyOf(samples);
  }

  /** One of the series. */
  public Optional<Samples> series(String name) {
    return Optional.ofNullable(samples.get(name));
  }
}
