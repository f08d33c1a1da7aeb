// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.echo;

import akka.actor.ActorSystem;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerAddress;
import org.apache.openwhisk.core.containerpool.ContainerClient;
import org.apache.openwhisk.core.containerpool.ContainerId;
import scala.Option;
import scala.concurrent.ExecutionContext;
import scala.concurrent.duration.FiniteDuration;

/** The accessors that scalac writes for the trait {@code Container}. */
abstract class EchoTraits implements Container {
  private static final ContainerAddress NOWHERE = new ContainerAddress("echo", 0);

  private final ActorSystem actorSystem;
  private final Logging logging;
  private final ContainerId id;
  private Option<ContainerClient> httpConnection = Option.empty();
  private int containerHttpMaxConcurrent = 1;
  private FiniteDuration containerHttpTimeout = FiniteDuration.apply(1, "minute");

  EchoTraits(ActorSystem actorSystem, Logging logging, ContainerId id) {
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
    return NOWHERE;
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

  @Override
  public String toString() {
    return id.toString();
  }
}
