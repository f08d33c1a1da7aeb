// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.guests;

import io.wasmwhisk.cli.bench.contender.Answer;
import io.wasmwhisk.cli.bench.contender.Contender;
import io.wasmwhisk.cli.bench.contender.Request;
import io.wasmwhisk.cli.bench.contender.Samples;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Asks all contenders for the same, in turns: what disturbs the one soon disturbs the others. Who
 * is first changes with each round.
 */
public final class GuestsBench {
  private static final int LEAST_UNSEEN = 3;
  private static final int LIVE_INSTANCES = 20;
  private static final int EMPTY_CALLS = 2_000;

  private final GuestsSettings settings;
  private final Consumer<String> progress;

  /**
   * A bench.
   *
   * @param progress told what begins
   */
  public GuestsBench(GuestsSettings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** Measures all contenders, which have the guest compiled, with it. */
  public GuestResult run(Guest guest, List<Contender> contenders) throws InterruptedException {
    List<Tally> tallies = contenders.stream().map(Tally::new).toList();
    Duration none = Duration.ZERO;
    step(guest, "modules never seen before", tallies, this::unseen);
    step(
        guest,
        "warm-up",
        tallies,
        tally -> tally.contender().ask(new Request.Calls(1, settings.warmUp(), none)));
    List<Tally> order = new ArrayList<>(tallies);
    for (int i = 0; i < settings.rounds(); i++) {
      step(guest, "round %d of %d".formatted(i + 1, settings.rounds()), order, this::round);
      Collections.rotate(order, 1);
    }
    step(guest, "instances that wait for input", tallies, this::live);
    step(guest, "an empty module", tallies, this::empty);
    return new GuestResult(guest, tallies.stream().map(Tally::score).toList());
  }

  /** One thing to do with a contender. */
  private interface Step {
    void take(Tally tally) throws IOException, InterruptedException;
  }

  private void step(Guest guest, String words, List<Tally> tallies, Step step)
      throws InterruptedException {
    for (Tally tally : tallies) {
      if (tally.goesOn()) {
        progress.accept("%s, %s: %s".formatted(guest.name(), tally.contender().name(), words));
        try {
          step.take(tally);
        } catch (IOException e) {
          tally.fail(String.valueOf(e.getMessage()));
          progress.accept("%s, %s failed: %s".formatted(guest.name(), tally.contender().name(), e));
        }
      }
    }
  }

  /** The first ones of all warm the compiler itself, and do not count. */
  private void unseen(Tally tally) throws IOException, InterruptedException {
    tally.contender().ask(new Request.New(settings.unseen().dividedBy(3), 1));
    Answer answer =
        tally
            .contender()
            .ask(new Request.New(settings.unseen().dividedBy(3).multipliedBy(2), LEAST_UNSEEN));
    tally.add(Measure.COMPILE, answer.series("compile"));
    tally.add(Measure.COLD, answer.series("cold"));
    tally.add(Measure.NEW, answer.series("new"));
  }

  private void round(Tally tally) throws IOException, InterruptedException {
    calls(tally, Measure.ONE_THREAD, 1, Duration.ZERO);
    calls(tally, Measure.TWO_THREADS, 2, Duration.ZERO);
    calls(tally, Measure.PAUSED, 1, settings.pause());
  }

  private void calls(Tally tally, Measure measure, int threads, Duration pause)
      throws IOException, InterruptedException {
    Answer answer = tally.contender().ask(new Request.Calls(threads, settings.slice(), pause));
    tally.add(measure, answer.series("calls"));
    if (measure == Measure.ONE_THREAD) {
      answer.series("allocated").map(Samples::median).ifPresent(tally::allocated);
    }
  }

  private void live(Tally tally) throws IOException, InterruptedException {
    tally
        .contender()
        .ask(new Request.Live(LIVE_INSTANCES))
        .series("live")
        .map(Samples::median)
        .ifPresent(tally::live);
  }

  private void empty(Tally tally) throws IOException, InterruptedException {
    tally.contender().ask(new Request.Overhead(EMPTY_CALLS));
    tally.add(
        Measure.OVERHEAD,
        tally.contender().ask(new Request.Overhead(EMPTY_CALLS)).series("overhead"));
  }
}
