// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.whole;

import java.time.Duration;
import java.util.Optional;

/**
 * A bench that is over.
 *
 * @param time that it took
 * @param code its exit code; empty when it was ended
 */
public record Ended(Part part, Duration time, Optional<Integer> code) {
  /** Exit codes that say: the figures are there, and one of them is above its bound. */
  private static final int BOUND_EXCEEDED = 32;

  /** How it ended, for people. */
  String words() {
    return code.map(number -> number == 0 ? "done" : "ended with code " + number)
        .orElse("ended after " + time.toSeconds() + " s");
  }

  /** Whether it measured what it should. */
  boolean isWhole() {
    return code.filter(number -> number == 0 || number == BOUND_EXCEEDED).isPresent();
  }
}
