// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm;

import akka.actor.ActorSystem;
import com.typesafe.config.Config;
import io.wasmwhisk.engine.EngineChoice;
import io.wasmwhisk.invoker.WasmRuntime;
import io.wasmwhisk.invoker.WasmSettings;
import io.wasmwhisk.start.Compilation;
import io.wasmwhisk.start.Jvm;
import io.wasmwhisk.start.StartFailure;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.containerpool.ContainerFactory;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import scala.collection.immutable.Map;
import scala.collection.immutable.Set;

/**
 * The one class of the door that its provider names. The provider exists once and speaks to both
 * OpenWhisks; this and all behind it exist twice, for Akka and, relocated, for Pekko.
 */
public final class WasmContainerFactoryStarter {
  private WasmContainerFactoryStarter() {}

  /**
   * Starts the engine, with what {@code ContainerFactoryProvider.instance} is given.
   *
   * @throws StartFailure when a setting, an option of the JVM or the delegate is wrong
   */
  public static ContainerFactory start(
      ActorSystem actorSystem,
      Logging logging,
      WhiskConfig config,
      InvokerInstanceId instance,
      Map<String, Set<String>> parameters) {
    WasmSettings settings = settings(actorSystem.settings().config());
    if (settings.engine().engine() != EngineChoice.ENDIVE) {
      Compilation.mistake(Jvm.current())
          .ifPresent(
              problem -> {
                throw new StartFailure(problem);
              });
    }
    ContainerFactory others =
        settings
            .delegate()
            .map(name -> Delegate.load(name, WasmContainerFactoryProvider$.MODULE$))
            .map(d -> d.start(actorSystem, logging, config, instance, parameters))
            .orElseGet(() -> new RefusingContainerFactory(actorSystem, logging, settings.images()));
    ContainerFactory own =
        new WasmContainerFactory(
            actorSystem, logging, config.wskApiHost(), new WasmRuntime(settings), settings);
    return new RoutingContainerFactory(logging, settings.images(), own, others);
  }

  private static WasmSettings settings(Config config) {
    try {
      return WasmSettings.from(config);
    } catch (IllegalArgumentException e) {
      throw new StartFailure(String.valueOf(e.getMessage()), e);
    }
  }
}
