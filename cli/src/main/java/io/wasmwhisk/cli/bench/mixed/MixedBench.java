// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.mixed;

import io.wasmwhisk.cli.bench.call.Activation;
import io.wasmwhisk.cli.bench.call.Activations;
import io.wasmwhisk.cli.bench.call.Caller;
import io.wasmwhisk.cli.bench.call.DeployedAction;
import io.wasmwhisk.cli.bench.call.Deployment;
import io.wasmwhisk.cli.bench.process.Gauge;
import io.wasmwhisk.cli.bench.workload.Kind;
import io.wasmwhisk.cli.bench.workload.Workload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Sends calls of an action that computes and one that waits at once, again and again. */
public final class MixedBench {
  private final MixedSettings settings;
  private final Workload prime;
  private final Caller caller;
  private final Deployment deployment;
  private final Gauge gauge;

  /**
   * @param prime what computes; {@link Workload#NET} is what waits
   * @param gauge of the server's process
   */
  public MixedBench(
      MixedSettings settings, Workload prime, Caller caller, Deployment deployment, Gauge gauge) {
    this.settings = settings;
    this.prime = prime;
    this.caller = caller;
    this.deployment = deployment;
    this.gauge = gauge;
  }

  /**
   * Measures a kind.
   *
   * @param random draws the order of the calls
   * @param done gets each share when its samples are over
   * @throws IOException when the server does not take the actions, or its process is gone
   */
  public void run(Kind kind, Random random, Consumer<Mix> done)
      throws IOException, InterruptedException {
    Actions actions = new Actions(deployment.put(kind, prime), deployment.put(kind, Workload.NET));
    warmUp(actions);
    for (int share : settings.shares()) {
      List<Mix.Sample> samples = new ArrayList<>();
      for (List<Boolean> drawn : settings.draw(share, random)) {
        samples.add(sample(actions, drawn));
      }
      done.accept(new Mix(kind, share, samples));
    }
    deployment.removeAll();
  }

  /** What is called. */
  private record Actions(DeployedAction prime, DeployedAction net) {}

  private void warmUp(Actions actions) throws IOException, InterruptedException {
    long end = System.nanoTime() + settings.warmUp().toNanos();
    List<Boolean> half = new ArrayList<>();
    for (int i = 0; i < settings.requests(); i++) {
      half.add(i % 2 == 0);
    }
    do {
      var unused = sample(actions, half);
    } while (System.nanoTime() - end < 0);
  }

  private Mix.Sample sample(Actions actions, List<Boolean> computes)
      throws IOException, InterruptedException {
    LockSupport.parkNanos(settings.pause().toNanos());
    List<DeployedAction> called =
        computes.stream().map(each -> each ? actions.prime() : actions.net()).toList();
    var unused = gauge.lap();
    List<Activation> ended = caller.callAll(called);
    return new Mix.Sample(
        of(ended, called, actions.prime()), of(ended, called, actions.net()), gauge.lap());
  }

  private static Activations of(
      List<Activation> ended, List<DeployedAction> called, DeployedAction wanted) {
    List<Activation> those = new ArrayList<>();
    for (int i = 0; i < ended.size(); i++) {
      if (called.get(i).equals(wanted)) {
        those.add(ended.get(i));
      }
    }
    return new Activations(those);
  }
}
