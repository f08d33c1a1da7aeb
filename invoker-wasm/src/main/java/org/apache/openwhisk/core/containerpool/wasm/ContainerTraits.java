// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm;

import akka.actor.ActorSystem;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerAddress;
import org.apache.openwhisk.core.containerpool.ContainerClient;
import org.apache.openwhisk.core.containerpool.ContainerId;
import scala.Option;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.Promise;
import scala.concurrent.duration.FiniteDuration;
import scala.runtime.BoxedUnit;

/**
 * What containers without a process have in common. The accessors that scalac writes for the trait
 * {@code Container}: its abstract vals, and its vars about an HTTP connection that there is not.
 * And a life in which nothing is suspended, and removal takes its time.
 */
abstract class ContainerTraits implements Container {
  /** Nothing listens here; OpenWhisk shows it in its logs. */
  private static final ContainerAddress IN_PROCESS = new ContainerAddress("in-process", 0);

  /**
   * About what the removal of a Docker container takes. The pool has freed the container's slot
   * before, so nobody waits for it but the proxy's actor.
   */
  private static final Duration REMOVAL = Duration.ofSeconds(2);

  private static final Executor REMOVALS =
      CompletableFuture.delayedExecutor(REMOVAL.toMillis(), TimeUnit.MILLISECONDS);

  private final ActorSystem actorSystem;
  private final Logging logging;
  private final ContainerId id;
  private Option<ContainerClient> httpConnection = Option.empty();
  private int containerHttpMaxConcurrent = 1;
  private FiniteDuration containerHttpTimeout = FiniteDuration.apply(1, "minute");

  ContainerTraits(ActorSystem actorSystem, Logging logging, ContainerId id) {
    this.actorSystem = actorSystem;
    this.logging = logging;
    this.id = id;
  }

  @Override
  public ActorSystem as() {
    return actorSystem;
  }

  @Override
  public ContainerId id() {
    return id;
  }

  @Override
  public ContainerAddress addr() {
    return IN_PROCESS;
  }

  @Override
  public Logging logging() {
    return logging;
  }

  @Override
  public ExecutionContext ec() {
    return actorSystem.dispatcher();
  }

  @Override
  public Option<ContainerClient> httpConnection() {
    return httpConnection;
  }

  @Override
  public void httpConnection_$eq(Option<ContainerClient> connection) {
    httpConnection = connection;
  }

  @Override
  public int containerHttpMaxConcurrent() {
    return containerHttpMaxConcurrent;
  }

  @Override
  public void containerHttpMaxConcurrent_$eq(int maxConcurrent) {
    containerHttpMaxConcurrent = maxConcurrent;
  }

  @Override
  public FiniteDuration containerHttpTimeout() {
    return containerHttpTimeout;
  }

  @Override
  public void containerHttpTimeout_$eq(FiniteDuration timeout) {
    containerHttpTimeout = timeout;
  }

  /**
   * Does nothing: between activations there is nothing to suspend, and OpenWhisk's scheduler
   * suspends a container whose concurrency is above 1 also while it runs some.
   */
  @Override
  public Future<BoxedUnit> suspend(TransactionMetadata tid) {
    return Future.successful(BoxedUnit.UNIT);
  }

  /** Nothing was suspended. */
  @Override
  public Future<BoxedUnit> resume(TransactionMetadata tid) {
    return Future.successful(BoxedUnit.UNIT);
  }

  /**
   * What {@code destroy} returns: completes when the last run has ended, {@link #REMOVAL} from now
   * at the earliest. OpenWhisk's {@code ContainerProxy} stops when this future completes, and hands
   * runs that the pool had sent to it meanwhile back to the pool only until then; what comes after
   * is lost, without a record. Its scheduler's proxy destroys a container with N activations as
   * soon as one of them failed.
   *
   * @param idle completes, or fails, when nothing runs any more
   */
  static Future<BoxedUnit> removedAfter(CompletableFuture<?> idle) {
    Promise<BoxedUnit> removed = Promise.apply();
    REMOVALS.execute(
        () -> idle.whenComplete((done, failure) -> removed.trySuccess(BoxedUnit.UNIT)));
    return removed.future();
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
