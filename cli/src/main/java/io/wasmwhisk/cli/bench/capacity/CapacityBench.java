// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.capacity;

import io.wasmwhisk.cli.bench.process.ProcessWatch;
import io.wasmwhisk.cli.bench.process.Reading;
import io.wasmwhisk.cli.bench.process.ServerProcess;
import io.wasmwhisk.cli.bench.sleep.Naps;
import io.wasmwhisk.cli.bench.sleep.SleepActions;
import io.wasmwhisk.cli.bench.sleep.Sleepers;
import io.wasmwhisk.cli.rest.ActionDocument;
import io.wasmwhisk.cli.rest.ActionName;
import io.wasmwhisk.cli.rest.WhiskClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Has more and more activations sleep at once, until some fail. */
public final class CapacityBench {
  private static final Duration PACE = Duration.ofMillis(250);

  private static final Duration WARM_UP_SLEEP = Duration.ofMillis(1);

  private final CapacitySettings settings;
  private final WhiskClient client;
  private final Optional<ServerProcess> process;
  private final Consumer<String> progress;

  /**
   * @param client of the server
   * @param process the server's, where it can be seen
   * @param progress told what begins
   */
  public CapacityBench(
      CapacitySettings settings,
      WhiskClient client,
      Optional<ServerProcess> process,
      Consumer<String> progress) {
    this.settings = settings;
    this.client = client;
    this.process = process;
    this.progress = progress;
  }

  /**
   * Takes one step after the other; the first that fails is the last.
   *
   * @param machine where it is measured
   * @param sleep the module
   * @param done told of each step as soon as it is over
   * @throws IOException when the server refuses the action, or its process is gone
   */
  public CapacityReport run(String machine, byte[] sleep, Consumer<CapacityReport> done)
      throws IOException, InterruptedException {
    List<CapacityStep> steps = new ArrayList<>();
    ActionDocument document =
        ActionDocument.wasm(sleep)
            .limitedTo(settings.limit().toMillis(), settings.memoryMb(), settings.perContainer());
    try (SleepActions actions = new SleepActions(client, document)) {
      ActionName action = actions.deploy(1).getFirst();
      warmUp(action);
      for (int wanted : settings.steps()) {
        progress.accept("%d activations at once".formatted(wanted));
        steps.add(step(action, wanted));
        done.accept(new CapacityReport(machine, settings, steps));
        if (!steps.getLast().held()) {
          break;
        }
      }
    }
    return new CapacityReport(machine, settings, steps);
  }

  private void warmUp(ActionName action) throws InterruptedException {
    progress.accept("warm-up");
    Sleepers sleepers = new Sleepers(client, WARM_UP_SLEEP, settings.patience());
    var unused = sleepers.await(sleepers.begin(Collections.nCopies(settings.warmUp(), action)));
  }

  private CapacityStep step(ActionName action, int wanted)
      throws IOException, InterruptedException {
    Sleepers sleepers = new Sleepers(client, settings.sleep(), settings.patience());
    List<ActionName> calls = Collections.nCopies(wanted, action);
    if (process.isEmpty()) {
      Naps naps = sleepers.await(sleepers.begin(calls));
      return new CapacityStep(wanted, naps, 0, 0, List.of());
    }
    long before = process.get().histogram().total();
    try (ProcessWatch watch = ProcessWatch.start(process.get(), PACE)) {
      Sleepers.Begun begun = sleepers.begin(calls);
      // A collection now would hold up those that have not been started yet.
      TimeUnit.NANOSECONDS.sleep(settings.sleep().dividedBy(3).toNanos());
      long during = process.get().histogram().total();
      Naps naps = sleepers.await(begun);
      List<Reading> readings = watch.stop();
      return new CapacityStep(wanted, naps, before, during, readings);
    }
  }
}
