// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm;

import akka.actor.ActorSystem;
import io.wasmwhisk.start.Jvm;
import io.wasmwhisk.start.StartCheck;
import io.wasmwhisk.start.StartFailure;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.containerpool.ContainerFactory;
import org.apache.openwhisk.core.containerpool.ContainerFactoryProvider;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.jspecify.annotations.NullMarked;
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
 *
 * <p>Compiled for Java 11, and all behind it, which is not, is named by text only: so it loads
 * wherever OpenWhisk runs, and tells what is wrong there.
 */
@NullMarked
public final class WasmContainerFactoryProvider$ implements ContainerFactoryProvider {
  /** The one instance. */
  public static final WasmContainerFactoryProvider$ MODULE$ = new WasmContainerFactoryProvider$();

  private static final String DOOR = "org.apache.openwhisk.core.containerpool.wasm.";
  private static final String STARTER = "WasmContainerFactoryStarter";

  private WasmContainerFactoryProvider$() {}

  /**
   * Starts the engine, on Akka.
   *
   * @throws StartFailure when it cannot start. An Error would leave the invoker alive and never
   *     pinging, so every Throwable becomes this exception.
   */
  @Override
  public ContainerFactory instance(
      ActorSystem actorSystem,
      Logging logging,
      WhiskConfig config,
      InvokerInstanceId instance,
      Map<String, Set<String>> parameters) {
    try {
      return (ContainerFactory)
          starter(DOOR, ActorSystem.class)
              .invoke(actorSystem, logging, config, instance, parameters);
    } catch (Throwable e) {
      throw StartFailure.of(e);
    }
  }

  /**
   * Starts the engine, on Pekko: there, this is the method of the SPI.
   *
   * @throws StartFailure as on Akka
   */
  public ContainerFactory instance(
      org.apache.pekko.actor.ActorSystem actorSystem,
      Logging logging,
      WhiskConfig config,
      InvokerInstanceId instance,
      Map<String, Set<String>> parameters) {
    try {
      return (ContainerFactory)
          starter(DOOR + "pekko.", org.apache.pekko.actor.ActorSystem.class)
              .invoke(actorSystem, logging, config, instance, parameters);
    } catch (Throwable e) {
      throw StartFailure.of(e);
    }
  }

  /** Found after the checks, since a JVM that is too old fails to load it. */
  private static MethodHandle starter(String door, Class<?> actorSystem)
      throws ReflectiveOperationException {
    StartCheck.check(Jvm.current(), WasmContainerFactoryProvider$.class.getClassLoader());
    return MethodHandles.publicLookup()
        .findStatic(
            Class.forName(door + STARTER),
            "start",
            MethodType.methodType(
                ContainerFactory.class,
                actorSystem,
                Logging.class,
                WhiskConfig.class,
                InvokerInstanceId.class,
                Map.class));
  }
}
