// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.guests;

import io.wasmwhisk.cli.bench.contender.Samples;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one contender did with one guest.
 *
 * @param peer whether it is no engine of ours
 * @param description its version and how it was used
 * @param measured all samples of each measure; a contender lacks what it cannot do
 * @param allocatedBytes of this JVM's heap, for each call; empty for peers
 * @param liveBytes of the same, for an instance that runs
 * @param peakMemory of its process, in bytes
 * @param failure why it has no times
 */
record Score(
    String contender,
    boolean peer,
    String description,
    Map<Measure, Samples> measured,
    OptionalLong allocatedBytes,
    OptionalLong liveBytes,
    OptionalLong peakMemory,
    Optional<String> failure) {
  Score {
    measured = Map.copyOf(measured);
  }

  Optional<Samples> of(Measure measure) {
    return Optional.ofNullable(measured.get(measure));
  }

  /** The median of one measure in microseconds; NaN where there is none. */
  double medianMicros(Measure measure) {
    return of(measure).map(samples -> samples.median() / 1e3).orElse(Double.NaN);
  }
}
