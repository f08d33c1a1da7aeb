// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.concurrency;

import io.wasmwhisk.cli.bench.call.Activations;
import io.wasmwhisk.cli.bench.call.Caller;
import io.wasmwhisk.cli.bench.call.ClosedLoop;
import io.wasmwhisk.cli.bench.call.DeployedAction;
import io.wasmwhisk.cli.bench.call.Deployment;
import io.wasmwhisk.cli.bench.process.Gauge;
import io.wasmwhisk.cli.bench.workload.Kind;
import io.wasmwhisk.cli.bench.workload.Workload;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Calls one action again and again, first by one client, then by one more after each step. The
 * warm-up calls another action of the same code: each level begins with its client's container to
 * be made, as in WoW.
 */
public final class ConcurrencyBench {
  private final ConcurrencySettings settings;
  private final Caller caller;
  private final Deployment deployment;
  private final Gauge gauge;

  /**
   * @param gauge of the server's process
   */
  public ConcurrencyBench(
      ConcurrencySettings settings, Caller caller, Deployment deployment, Gauge gauge) {
    this.settings = settings;
    this.caller = caller;
    this.deployment = deployment;
    this.gauge = gauge;
  }

  /**
   * Measures one program of a kind.
   *
   * @param done gets each level when its time is over
   * @throws IOException when the server does not take the action, or its process is gone
   */
  public void run(Kind kind, Workload workload, Consumer<Level> done)
      throws IOException, InterruptedException {
    warmUp(deployment.put(kind, workload));
    DeployedAction action = deployment.put(kind, workload);
    try (ClosedLoop loop = new ClosedLoop(() -> caller.call(action))) {
      for (int inFlight = 1; inFlight <= settings.most(); inFlight++) {
        loop.add();
        var unused = gauge.lap();
        sleep(settings.step());
        Activations activations = new Activations(loop.takeEnded());
        done.accept(new Level(kind, workload, inFlight, activations, gauge.lap()));
      }
    }
    deployment.removeAll();
  }

  private void warmUp(DeployedAction action) throws InterruptedException {
    try (ClosedLoop loop = new ClosedLoop(() -> caller.call(action))) {
      for (int i = 0; i < settings.most(); i++) {
        loop.add();
      }
      sleep(settings.warmUp());
    }
  }

  private static void sleep(Duration time) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(time.toNanos());
  }
}
