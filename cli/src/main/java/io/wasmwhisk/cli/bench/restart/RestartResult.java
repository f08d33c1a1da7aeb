// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.restart;

import java.util.List;

/** What all contenders did with one guest's modules. */
public record RestartResult(String guest, String toolchain, List<RestartScore> scores) {
  /** Copies the list. */
  public RestartResult {
    scores = List.copyOf(scores);
  }

  /** Whether every engine of ours gave the right output to the end. */
  public boolean isRight() {
    return scores.stream().allMatch(score -> score.peer() || score.failure().isEmpty());
  }

  /** That of the peer that our engines are measured by; NaN where it was not there. */
  double peerMillis() {
    return millis("wasmtime, never seen");
  }

  /** The median of both, load and call, of the contender of these words; NaN without. */
  double millis(String words) {
    return scores.stream()
        .filter(score -> score.words().equals(words))
        .mapToDouble(score -> score.medianMillis("new"))
        .findFirst()
        .orElse(Double.NaN);
  }
}
