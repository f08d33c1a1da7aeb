// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.cold;

import io.wasmwhisk.cli.bench.call.Activations;
import io.wasmwhisk.cli.bench.call.Caller;
import io.wasmwhisk.cli.bench.call.DeployedAction;
import io.wasmwhisk.cli.bench.call.Deployment;
import io.wasmwhisk.cli.bench.process.Gauge;
import io.wasmwhisk.cli.bench.workload.Kind;
import io.wasmwhisk.cli.bench.workload.Workload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Calls distinct actions at once, 1, 2, … of them, each for the first time in its life. WoW calls
 * the same actions in each round, and waits until their containers are removed; here each round has
 * new ones, whose containers nobody has to wait for. All kinds take turns in every round.
 */
public final class ColdBench {
  private final ColdSettings settings;
  private final Workload workload;
  private final Caller caller;
  private final Deployment deployment;
  private final Gauge gauge;

  /**
   * @param workload what each action does; WoW's is {@link Workload#SHORT_HASH}
   * @param gauge of the server's process
   */
  public ColdBench(
      ColdSettings settings, Workload workload, Caller caller, Deployment deployment, Gauge gauge) {
    this.settings = settings;
    this.workload = workload;
    this.caller = caller;
    this.deployment = deployment;
    this.gauge = gauge;
  }

  /** Which rounds belong together. */
  private record Key(Kind kind, Code code, int atOnce) {}

  /**
   * Measures.
   *
   * @param progress what begins, for people
   * @throws IOException when the server takes no actions, or its process is gone
   */
  public List<Rounds> run(List<Kind> kinds, Consumer<String> progress)
      throws IOException, InterruptedException {
    Map<Key, List<Round>> rounds = new LinkedHashMap<>();
    for (Key key : keys(kinds)) {
      rounds.put(key, new ArrayList<>());
    }
    warmUp(kinds, progress);
    for (int repeat = 1; repeat <= settings.repeats(); repeat++) {
      for (int atOnce = 1; atOnce <= settings.most(); atOnce++) {
        progress.accept(
            "%d at once of %d, repeat %d of %d"
                .formatted(atOnce, settings.most(), repeat, settings.repeats()));
        for (Kind kind : kinds) {
          for (Code code : settings.codes()) {
            Key key = new Key(kind, code, atOnce);
            rounds.computeIfAbsent(key, any -> new ArrayList<>()).add(round(key));
          }
        }
      }
    }
    return rounds.entrySet().stream()
        .map(
            each ->
                new Rounds(
                    each.getKey().kind(),
                    each.getKey().code(),
                    each.getKey().atOnce(),
                    each.getValue()))
        .toList();
  }

  private List<Key> keys(List<Kind> kinds) {
    List<Key> keys = new ArrayList<>();
    for (Kind kind : kinds) {
      for (Code code : settings.codes()) {
        for (int atOnce = 1; atOnce <= settings.most(); atOnce++) {
          keys.add(new Key(kind, code, atOnce));
        }
      }
    }
    return keys;
  }

  /** Until the server's code is compiled, and each program is known to it. */
  private void warmUp(List<Kind> kinds, Consumer<String> progress)
      throws IOException, InterruptedException {
    progress.accept("warm-up");
    long end = System.nanoTime() + settings.warmUp().toNanos();
    do {
      for (Kind kind : kinds) {
        for (Code code : settings.codes()) {
          round(new Key(kind, code, 1));
          round(new Key(kind, code, settings.most()));
        }
      }
    } while (System.nanoTime() - end < 0);
  }

  private Round round(Key key) throws IOException, InterruptedException {
    List<DeployedAction> actions = new ArrayList<>();
    for (int i = 0; i < key.atOnce(); i++) {
      actions.add(
          switch (key.code()) {
            case KNOWN -> deployment.put(key.kind(), workload);
            case NEW -> deployment.putUnseen(key.kind(), workload);
          });
    }
    LockSupport.parkNanos(settings.pause().toNanos());
    var unused = gauge.lap();
    Activations activations = new Activations(caller.callAll(actions));
    Round round = new Round(activations, gauge.lap());
    deployment.removeAll();
    return round;
  }
}
