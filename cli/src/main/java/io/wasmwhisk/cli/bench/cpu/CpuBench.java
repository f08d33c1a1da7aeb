// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.cpu;

import io.wasmwhisk.cli.bench.contender.Contender;
import io.wasmwhisk.cli.bench.contender.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One contender after the other runs a program that it has not seen before. */
public final class CpuBench {
  private static final int LEAST_MODULES = 5;

  private final CpuSettings settings;
  private final Consumer<String> progress;

  /**
   * A bench.
   *
   * @param progress told what begins
   */
  public CpuBench(CpuSettings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Has other modules compiled and called for a while, as in a process that has served for one: no
   * runtime's own code is cold then.
   */
  public void warm(List<Contender> contenders, Duration time)
      throws IOException, InterruptedException {
    for (Contender contender : contenders) {
      progress.accept("warm-up: %s".formatted(contender.name()));
      contender.ask(new Request.New(time, LEAST_MODULES));
    }
  }

  /** Measures all contenders with a program. */
  public CpuResult run(Program program, List<Contender> contenders) throws InterruptedException {
    List<CpuScore> scores = new ArrayList<>();
    for (Contender contender : contenders) {
      progress.accept("%s: %s".formatted(program.name(), contender.name()));
      scores.add(score(contender));
    }
    return new CpuResult(program, scores);
  }

  private CpuScore score(Contender contender) throws InterruptedException {
    try {
      Optional<Course> course = Course.of(contender.ask(settings.request()));
      return score(
          contender,
          course,
          course.isPresent() ? Optional.empty() : Optional.of("it had no time for an activation"));
    } catch (IOException e) {
      return score(contender, Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
    }
  }

  private static CpuScore score(
      Contender contender, Optional<Course> course, Optional<String> failure) {
    return new CpuScore(
        contender.name(), contender.isPeer(), contender.description(), course, failure);
  }
}
