// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.echo;

import akka.actor.ActorSystem;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.containerpool.ContainerFactory;
import org.apache.openwhisk.core.containerpool.ContainerFactoryProvider;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import scala.collection.immutable.Map;
import scala.collection.immutable.Set;

/** What {@code whisk.wasm.delegate} names, with the dollar sign and the field of a Scala object. */
public final class EchoContainerFactoryProvider$ implements ContainerFactoryProvider {
  /** The one instance. */
  public static final EchoContainerFactoryProvider$ MODULE$ = new EchoContainerFactoryProvider$();

  private EchoContainerFactoryProvider$() {}

  @Override
  public ContainerFactory instance(
      ActorSystem actorSystem,
      Logging logging,
      WhiskConfig config,
      InvokerInstanceId instance,
      Map<String, Set<String>> parameters) {
    return new EchoContainerFactory(actorSystem);
  }
}
