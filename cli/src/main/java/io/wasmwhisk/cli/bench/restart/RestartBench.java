// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.restart;

import io.wasmwhisk.cli.bench.contender.Answer;
import io.wasmwhisk.cli.bench.contender.Contender;
import io.wasmwhisk.cli.bench.contender.Request;
import io.wasmwhisk.cli.bench.contender.Samples;
import io.wasmwhisk.cli.bench.guests.Guest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Modules that were compiled before the start and modules that were not, each loaded and called
 * once, by all contenders in turns. Who is first changes with each round.
 */
public final class RestartBench {
  private final RestartSettings settings;
  private final Consumer<String> progress;

  /**
   * @param progress told what begins
   */
  public RestartBench(RestartSettings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Before the start: compiles modules and calls each once.
   *
   * @param contender keeps what it makes of them
   * @return how many
   * @throws IOException when an output was wrong
   */
  public int keep(Contender contender) throws IOException, InterruptedException {
    return contender
        .ask(new Request.New(settings.time(), settings.least()))
        .series("new")
        .map(Samples::count)
        .orElse(0);
  }

  /**
   * After the start.
   *
   * @param kept how many modules were compiled before
   * @param loading contenders that meet these, in the order in which they were compiled
   * @param compiling contenders that do not
   */
  public RestartResult run(
      Guest guest, int kept, List<Contender> loading, List<Contender> compiling)
      throws InterruptedException {
    List<Tally> tallies =
        Stream.concat(
                loading.stream().map(each -> new Tally(each, Optional.of(kept))),
                compiling.stream().map(each -> new Tally(each, Optional.empty())))
            .toList();
    for (Tally tally : tallies) {
      progress.accept("%s, %s: warm-up".formatted(guest.name(), tally.words()));
      var unused = tally.ask(tally.warmUp());
    }
    List<Tally> order = new ArrayList<>(tallies);
    for (int i = 1; i <= settings.rounds(); i++) {
      progress.accept("%s: round %d of %d".formatted(guest.name(), i, settings.rounds()));
      for (Tally tally : order) {
        tally.ask(tally.slice()).ifPresent(tally::add);
      }
      Collections.rotate(order, 1);
    }
    return new RestartResult(
        guest.name(), guest.toolchain(), tallies.stream().map(Tally::score).toList());
  }

  /** What becomes of a contender. */
  private final class Tally {
    private final Contender contender;
    private final Optional<Integer> kept;
    private final Map<String, List<Samples>> series = new LinkedHashMap<>();
    private Optional<String> failure = Optional.empty();

    Tally(Contender contender, Optional<Integer> kept) {
      this.contender = contender;
      this.kept = kept;
    }

    String words() {
      return contender.name() + (kept.isPresent() ? ", kept" : ", never seen");
    }

    Request.New warmUp() {
      return kept.map(count -> modules(settings.warmUp(count)))
          .orElseGet(() -> new Request.New(settings.warmUp(), 1));
    }

    Request.New slice() {
      return kept.map(count -> modules(settings.slice(count)))
          .orElseGet(() -> new Request.New(settings.slice(), 1));
    }

    private Request.New modules(int count) {
      return new Request.New(Duration.ZERO, count);
    }

    /** Nothing once it has failed. */
    Optional<Answer> ask(Request.New request) throws InterruptedException {
      if (failure.isPresent()) {
        return Optional.empty();
      }
      try {
        return Optional.of(contender.ask(request));
      } catch (IOException e) {
        failure = Optional.of(String.valueOf(e.getMessage()));
        progress.accept("%s failed: %s".formatted(words(), e.getMessage()));
        return Optional.empty();
      }
    }

    void add(Answer answer) {
      answer
          .samples()
          .forEach(
              (name, samples) ->
                  series.computeIfAbsent(name, any -> new ArrayList<>()).add(samples));
    }

    RestartScore score() {
      Map<String, Samples> joined = new LinkedHashMap<>();
      series.forEach((name, parts) -> joined.put(name, Samples.joined(parts)));
      return new RestartScore(
          contender.name(), contender.isPeer(), kept.isPresent(), joined, failure);
    }
  }
}
