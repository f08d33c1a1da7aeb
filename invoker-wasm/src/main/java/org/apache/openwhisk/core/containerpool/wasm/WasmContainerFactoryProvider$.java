// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm;

import akka.actor.ActorSystem;
import io.wasmwhisk.invoker.WasmRuntime;
import io.wasmwhisk.invoker.WasmSettings;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.containerpool.ContainerFactory;
import org.apache.openwhisk.core.containerpool.ContainerFactoryProvider;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import scala.collection.immutable.Map;
import scala.collection.immutable.Set;

/**
 * What {@code whisk.spi.ContainerFactoryProvider =
 * org.apache.openwhisk.core.containerpool.wasm.WasmContainerFactoryProvider} loads: {@code
 * SpiLoader} appends a dollar sign and reads {@code MODULE$}, as it finds them on a Scala object.
 */
public final class WasmContainerFactoryProvider$ implements ContainerFactoryProvider {
  /** The one instance. */
  public static final WasmContainerFactoryProvider$ MODULE$ = new WasmContainerFactoryProvider$();

  private WasmContainerFactoryProvider$() {}

  /**
   * Starts the engine.
   *
   * @throws IllegalStateException when it cannot start. An Error would leave the invoker alive and
   *     never pinging, so every Throwable becomes this exception.
   */
  @Override
  public ContainerFactory instance(
      ActorSystem actorSystem,
      Logging logging,
      WhiskConfig config,
      InvokerInstanceId instance,
      Map<String, Set<String>> parameters) {
    try {
      WasmSettings settings = WasmSettings.from(actorSystem.settings().config());
      ContainerFactory others =
          settings
              .delegate()
              .map(name -> Delegate.load(name, this))
              .map(d -> d.start(actorSystem, logging, config, instance, parameters))
              .orElseGet(() -> new RefusingContainerFactory(actorSystem, settings.images()));
      ContainerFactory own =
          new WasmContainerFactory(
              actorSystem, logging, config.wskApiHost(), new WasmRuntime(settings), settings);
      return new RoutingContainerFactory(settings.images(), own, others);
    } catch (Throwable e) {
      throw new IllegalStateException("WasmWhisk could not start: " + e, e);
    }
  }
}
