// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.restart;

import io.wasmwhisk.cli.bench.contender.Samples;
import java.util.Map;
import java.util.Optional;

/**
 * What one contender did with one guest's modules.
 *
 * @param peer whether it is no engine of ours
 * @param kept whether they had been compiled before the start
 * @param series of {@link io.wasmwhisk.cli.bench.contender.Request.New}
 * @param failure why it has no times
 */
public record RestartScore(
    String contender,
    boolean peer,
    boolean kept,
    Map<String, Samples> series,
    Optional<String> failure) {
  private static final double NANOS_PER_MILLI = 1e6;

  /** Copies the map. */
  public RestartScore {
    series = Map.copyOf(series);
  }

  /** Who, and what. */
  String words() {
    return contender + (kept ? ", kept" : ", never seen");
  }

  /** The median of one of the series in milliseconds; NaN where there is none. */
  double medianMillis(String name) {
    Samples samples = series.get(name);
    return samples == null ? Double.NaN : samples.median() / NANOS_PER_MILLI;
  }

  /** How many modules. */
  int count() {
    Samples samples = series.get("new");
    return samples == null ? 0 : samples.count();
  }
}
