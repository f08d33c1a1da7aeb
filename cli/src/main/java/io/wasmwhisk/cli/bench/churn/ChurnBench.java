// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.churn;

import io.wasmwhisk.cli.bench.call.ActionLimits;
import io.wasmwhisk.cli.bench.call.Caller;
import io.wasmwhisk.cli.bench.call.DeployedAction;
import io.wasmwhisk.cli.bench.call.Deployment;
import io.wasmwhisk.cli.bench.process.ProcessWatch;
import io.wasmwhisk.cli.bench.process.Reading;
import io.wasmwhisk.cli.bench.process.ServerProcess;
import io.wasmwhisk.cli.bench.workload.Kind;
import io.wasmwhisk.cli.bench.workload.Language;
import io.wasmwhisk.cli.bench.workload.Workload;
import io.wasmwhisk.cli.rest.WhiskClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Spreads the same rate of calls over more and more functions, each with code of its own. */
public final class ChurnBench {
  private static final Duration PACE = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Kind WASM = new Kind("wasm", Language.WASM);

  private final ChurnSettings settings;
  private final WhiskClient client;
  private final Optional<ServerProcess> process;
  private final Consumer<String> progress;

  /**
   * @param client of the server
   * @param process the server's, where it can be seen
   * @param progress told what begins
   */
  public ChurnBench(
      ChurnSettings settings,
      WhiskClient client,
      Optional<ServerProcess> process,
      Consumer<String> progress) {
    this.settings = settings;
    this.client = client;
    this.process = process;
    this.progress = progress;
  }

  /**
   * Measures each number of functions.
   *
   * @param machine where it is measured
   * @param actions the directory of guests; each function is {@code hello} with another number
   * @param done told after each
   * @throws IOException when the server refuses a function, or its process is gone
   */
  public ChurnReport run(String machine, Path actions, Consumer<ChurnReport> done)
      throws IOException, InterruptedException {
    List<ChurnStage> stages = new ArrayList<>();
    for (int functions : settings.functions()) {
      stages.add(stage(functions, actions));
      done.accept(new ChurnReport(machine, settings, stages));
    }
    return new ChurnReport(machine, settings, stages);
  }

  private ChurnStage stage(int functions, Path actions) throws IOException, InterruptedException {
    ActionLimits limits = new ActionLimits(Optional.of((long) settings.memoryMb()), Optional.of(1));
    try (Deployment deployment = new Deployment(client, actions, limits)) {
      progress.accept("%d functions: deploying them".formatted(functions));
      List<DeployedAction> deployed = new ArrayList<>();
      for (int i = 0; i < functions; i++) {
        deployed.add(deployment.putUnseen(WASM, Workload.HELLO));
      }
      ChurnLoad load = new ChurnLoad(new Caller(client, PATIENCE), deployed, settings.rate());
      progress.accept("%d functions: warm-up".formatted(functions));
      var unused = load.run(settings.warmUp());
      progress.accept("%d functions: calls that count".formatted(functions));
      return measured(functions, load);
    }
  }

  private ChurnStage measured(int functions, ChurnLoad load)
      throws IOException, InterruptedException {
    if (process.isEmpty()) {
      return new ChurnStage(functions, settings.rate(), load.run(settings.time()), List.of());
    }
    try (ProcessWatch watch = ProcessWatch.start(process.get(), PACE)) {
      List<ChurnCall> calls = load.run(settings.time());
      List<Reading> readings = watch.stop();
      return new ChurnStage(functions, settings.rate(), calls, readings);
    }
  }
}
