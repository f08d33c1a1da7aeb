// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.ActorSystem;
import com.sun.management.ThreadMXBean;
import io.wasmwhisk.invoker.Action;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import org.apache.openwhisk.common.TransactionId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** OpenWhisk's default is that metrics are off: then they cost nothing. */
class MetricsOffTest {
  private static final int WARM = 10_000;

  private final ActorSystem actorSystem = ActorSystem.create("metrics-off");

  @AfterEach
  void stop() {
    actorSystem.terminate();
  }

  @Test
  void nothingIsAskedNorScheduled() {
    assertThat(TransactionId.metricsKamon()).isFalse();
    WasmMetrics metrics =
        WasmMetrics.of(
            actorSystem,
            () -> {
              throw new AssertionError("the engine was asked");
            });
    metrics.start();
    assertThat(metrics.container()).isSameAs(ContainerMetrics.NONE);
    metrics.close();
  }

  @Test
  void anActivationAllocatesNothingForThem() {
    ContainerMetrics container =
        WasmMetrics.of(
                actorSystem,
                () -> {
                  throw new AssertionError("the engine was asked");
                })
            .container();
    CompletableFuture<Action.Initialized> initialization = new CompletableFuture<>();
    CompletableFuture<Action.Ran> run = new CompletableFuture<>();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    activations(container, initialization, run);

    long before = threads.getCurrentThreadAllocatedBytes();
    boolean same = activations(container, initialization, run);
    long after = threads.getCurrentThreadAllocatedBytes();

    assertThat(after - before).isZero();
    assertThat(same).isTrue();
  }

  private static boolean activations(
      ContainerMetrics container,
      CompletableFuture<Action.Initialized> initialization,
      CompletableFuture<Action.Ran> run) {
    boolean same = true;
    for (int i = 0; i < WARM; i++) {
      same &= container.initializing(initialization) == initialization;
      same &= container.running(run) == run;
      container.destroyed();
    }
    return same;
  }
}
