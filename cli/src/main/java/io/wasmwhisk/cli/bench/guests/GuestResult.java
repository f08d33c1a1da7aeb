// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.guests;

import java.util.List;

/** What all contenders did with one guest. */
public record GuestResult(Guest guest, List<Score> scores) {
  /** Copies the list. */
  public GuestResult {
    scores = List.copyOf(scores);
  }

  /** Whether every engine of ours gave the right output to the end. */
  public boolean isRight() {
    return scores.stream().allMatch(score -> score.peer() || score.failure().isEmpty());
  }
}
