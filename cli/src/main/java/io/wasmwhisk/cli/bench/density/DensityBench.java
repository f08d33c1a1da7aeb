// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.density;

import io.wasmwhisk.cli.bench.process.ServerProcess;
import io.wasmwhisk.cli.bench.sleep.Nap;
import io.wasmwhisk.cli.bench.sleep.SleepActions;
import io.wasmwhisk.cli.bench.sleep.Sleepers;
import io.wasmwhisk.cli.json.JsonMembers;
import io.wasmwhisk.cli.rest.ActionDocument;
import io.wasmwhisk.cli.rest.ActionName;
import io.wasmwhisk.cli.rest.Reply;
import io.wasmwhisk.cli.rest.WhiskClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Looks at a server's memory with more and more actions, idle and running. */
public final class DensityBench {
  private static final int CONCURRENCY = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Code is compiled, and connections are open, before anything counts. */
  private static final int WARM_UP_CALLS = 500;

  private static final JsonMembers AT_ONCE = JsonMembers.of("{\"ms\":0}");

  private final DensitySettings settings;
  private final WhiskClient client;
  private final ServerProcess process;
  private final Consumer<String> progress;

  /**
   * @param client of the server
   * @param process the server's
   * @param progress told what begins
   */
  public DensityBench(
      DensitySettings settings,
      WhiskClient client,
      ServerProcess process,
      Consumer<String> progress) {
    this.settings = settings;
    this.client = client;
    this.process = process;
    this.progress = progress;
  }

  /**
   * Measures each population.
   *
   * @param machine where it is measured
   * @param sleep the module
   * @param done told after each
   * @throws IOException when a call fails, or the server's process is gone
   */
  public DensityReport run(String machine, byte[] sleep, Consumer<DensityReport> done)
      throws IOException, InterruptedException {
    ActionDocument document =
        ActionDocument.wasm(sleep)
            .limitedTo(
                settings.sleep().plus(PATIENCE).toMillis(), settings.memoryMb(), CONCURRENCY);
    warmUp(document);
    List<Population> populations = new ArrayList<>();
    for (int actions : settings.populations()) {
      populations.add(population(actions, document));
      done.accept(new DensityReport(machine, settings, populations));
    }
    return new DensityReport(machine, settings, populations);
  }

  private void warmUp(ActionDocument document) throws IOException, InterruptedException {
    progress.accept("warm-up");
    try (SleepActions actions = new SleepActions(client, document)) {
      var unused = call(Collections.nCopies(WARM_UP_CALLS, actions.deploy(1).getFirst()));
    }
  }

  private Population population(int actions, ActionDocument document)
      throws IOException, InterruptedException {
    try (SleepActions deployed = new SleepActions(client, document)) {
      progress.accept("%d actions: deploying them".formatted(actions));
      List<ActionName> names = deployed.deploy(actions);
      Look silent = look();
      progress.accept("%d actions: calling each".formatted(actions));
      var unused = call(names);
      Look idle = look();
      progress.accept("%d actions: calling each again".formatted(actions));
      int cold = call(names);
      Look again = look();
      progress.accept("%d actions: all run at once".formatted(actions));
      Sleepers sleepers = new Sleepers(client, settings.sleep(), PATIENCE);
      Sleepers.Begun begun = sleepers.begin(names);
      // A collection now would hold up those that have not been started yet.
      TimeUnit.NANOSECONDS.sleep(settings.sleep().dividedBy(3).toNanos());
      Look running = Look.at(process, 1);
      return new Population(actions, silent, idle, again, running, cold, sleepers.await(begun));
    }
  }

  private Look look() throws IOException, InterruptedException {
    TimeUnit.NANOSECONDS.sleep(settings.settle().toNanos());
    return Look.at(process, settings.looks());
  }

  /**
   * Calls each, one after the other: the second call of an action must find its container free.
   *
   * @return how many of them were cold
   */
  private int call(List<ActionName> actions) throws IOException {
    int cold = 0;
    for (ActionName action : actions) {
      Reply reply = client.invoke(action, AT_ONCE, true);
      if (!(Nap.of(reply.members()) instanceof Nap.Slept slept)) {
        throw new IOException(
            "a call was answered with status %d: %s".formatted(reply.status(), reply.body()));
      }
      cold += slept.cold() ? 1 : 0;
    }
    return cold;
  }
}
