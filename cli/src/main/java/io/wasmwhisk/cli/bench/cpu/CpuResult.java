// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.cpu;

import java.util.List;
import java.util.Optional;

/** What all contenders did with one program. */
public record CpuResult(Program program, List<CpuScore> scores) {
  /** Copies the list. */
  public CpuResult {
    scores = List.copyOf(scores);
  }

  /** Whether every engine of ours gave the right output to the end. */
  public boolean isRight() {
    return scores.stream().allMatch(score -> score.peer() || score.failure().isEmpty());
  }

  Optional<Course> course(String contender) {
    return scores.stream()
        .filter(score -> score.contender().equals(contender))
        .flatMap(score -> score.course().stream())
        .findFirst();
  }

  /** The median of a contender's last ten activations, in milliseconds; NaN where there is none. */
  double peakMillis(String contender) {
    return course(contender).map(course -> course.peak().median() / 1e6).orElse(Double.NaN);
  }

  /** The wall time of a contender's first activation, likewise. */
  double firstMillis(String contender) {
    return course(contender).map(course -> course.wallMillis(1)).orElse(Double.NaN);
  }
}
