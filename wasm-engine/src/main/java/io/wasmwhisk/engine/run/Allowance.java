// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.run;

import java.time.Duration;
import java.util.Optional;

/**
 * What a guest may take.
 *
 * @param time wall time, from the moment it was to be started; empty for no limit
 * @param cpu processor time; empty for no limit but {@code time}
 */
public record Allowance(Optional<Duration> time, Optional<Duration> cpu) {

  /** The limit of processor time where it can be reached before the deadline. */
  Optional<Duration> reachableCpu() {
    return cpu.filter(limit -> time.isEmpty() || limit.compareTo(time.get()) < 0);
  }
}
