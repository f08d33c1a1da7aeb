// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm;

import akka.actor.ActorSystem;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
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
 *
 * <p>OpenWhisk 2.0.0 is built on Akka, later ones on Pekko, and their SPIs differ by that name
 * only. Both call this one class, each its own {@code instance}; the other is never linked, so the
 * other's classes may be absent.
 */
public final class WasmContainerFactoryProvider$ implements ContainerFactoryProvider {
  /** The one instance. */
  public static final WasmContainerFactoryProvider$ MODULE$ = new WasmContainerFactoryProvider$();

  private static final String STARTER_ON_PEKKO =
      "org.apache.openwhisk.core.containerpool.wasm.pekko.WasmContainerFactoryStarter";

  private WasmContainerFactoryProvider$() {}

  /**
   * Starts the engine, on Akka.
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
      return WasmContainerFactoryStarter.start(actorSystem, logging, config, instance, parameters);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  /**
   * Starts the engine, on Pekko: there, this is the method of the SPI.
   *
   * @throws IllegalStateException as on Akka
   */
  public ContainerFactory instance(
      org.apache.pekko.actor.ActorSystem actorSystem,
      Logging logging,
      WhiskConfig config,
      InvokerInstanceId instance,
      Map<String, Set<String>> parameters) {
    try {
      return (ContainerFactory)
          starterOnPekko().invoke(actorSystem, logging, config, instance, parameters);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  /** By name, since the build makes this class from the other one, after this is compiled. */
  private static MethodHandle starterOnPekko() throws ReflectiveOperationException {
    return MethodHandles.publicLookup()
        .findStatic(
            Class.forName(STARTER_ON_PEKKO),
            "start",
            MethodType.methodType(
                ContainerFactory.class,
                org.apache.pekko.actor.ActorSystem.class,
                Logging.class,
                WhiskConfig.class,
                InvokerInstanceId.class,
                Map.class));
  }

  private static IllegalStateException failure(Throwable cause) {
    return new IllegalStateException("WasmWhisk could not start: " + cause, cause);
  }
}
