// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm.metrics;

import akka.actor.ActorSystem;
import akka.actor.Cancellable;
import io.wasmwhisk.engine.EngineStatistics;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.openwhisk.common.TransactionId;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of one factory, where OpenWhisk's are on ({@code whisk.metrics.kamon-enabled}); where
 * they are off, nothing is counted, kept or scheduled.
 *
 * <p>What belongs to a call is emitted when the call ends. What is true at a moment is emitted
 * every {@value #SECONDS} seconds, as OpenWhisk's own pool does with its gauges: that costs a busy
 * invoker nothing per activation, and is right on one where nothing ends any more.
 */
public final class WasmMetrics implements AutoCloseable {
  /** {@code ContainerPool} emits its gauges as often. */
  private static final int SECONDS = 10;

  private final ActorSystem actorSystem;
  private final ContainerCount containers = new ContainerCount();
  private final @Nullable EngineMetrics engine;
  private @Nullable Cancellable emission;

  private WasmMetrics(ActorSystem actorSystem, @Nullable EngineMetrics engine) {
    this.actorSystem = actorSystem;
    this.engine = engine;
  }

  /**
   * @param engine what the engine says of itself; asked only where metrics are on
   */
  public static WasmMetrics of(ActorSystem actorSystem, Supplier<EngineStatistics> engine) {
    return new WasmMetrics(
        actorSystem, TransactionId.metricsKamon() ? new EngineMetrics(engine) : null);
  }

  /** A new container's. */
  public ContainerMetrics container() {
    return engine == null ? ContainerMetrics.NONE : new CountedContainer(containers.new Member());
  }

  /** Begins to emit what is true at a moment; called once. */
  public synchronized void start() {
    if (engine != null) {
      Duration interval = Duration.ofSeconds(SECONDS);
      emission =
          actorSystem
              .scheduler()
              .scheduleWithFixedDelay(interval, interval, this::emit, actorSystem.dispatcher());
    }
  }

  /** Emits a last time: what was counted since is not lost. */
  @Override
  public synchronized void close() {
    if (emission != null) {
      emission.cancel();
      emission = null;
      emit();
    }
  }

  private void emit() {
    if (engine != null) {
      engine.emit();
      Metric.CONTAINERS.set("busy", containers.busy());
      Metric.CONTAINERS.set("idle", containers.idle());
    }
  }
}
