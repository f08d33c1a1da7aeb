// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm;

import akka.actor.ActorSystem;
import io.wasmwhisk.start.StartFailure;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionId;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.containerpool.ContainerFactory;
import org.apache.openwhisk.core.containerpool.ContainerFactoryProvider;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import scala.collection.immutable.Map;
import scala.collection.immutable.Set;

/**
 * The provider of containers of other images, which {@code whisk.wasm.delegate} names: loaded as
 * {@code SpiLoader} loads the invoker's own, with words for what may go wrong.
 */
final class Delegate {
  private static final String EXPECTED =
      "Name a ContainerFactoryProvider, such as org.apache.openwhisk.core.containerpool.docker.DockerContainerFactoryProvider, or none.";

  private final String name;
  private final ContainerFactoryProvider provider;

  private Delegate(String name, ContainerFactoryProvider provider) {
    this.name = name;
    this.provider = provider;
  }

  /**
   * Loads it.
   *
   * @param name its class, without the dollar sign of a Scala object
   * @param self who asks: cannot delegate to itself
   * @throws StartFailure when there is no such provider
   */
  static Delegate load(String name, ContainerFactoryProvider self) {
    Object module = module(name);
    if (!(module instanceof ContainerFactoryProvider provider)) {
      throw new StartFailure(problem(name, "is no ContainerFactoryProvider. " + EXPECTED));
    }
    if (provider == self) {
      throw new StartFailure(
          problem(name, "is this plugin itself, which would ask itself for ever. " + EXPECTED));
    }
    return new Delegate(name, provider);
  }

  private static Object module(String name) {
    try {
      return Class.forName(name + "$").getField("MODULE$").get(null);
    } catch (ClassNotFoundException e) {
      throw new StartFailure(problem(name, "is not on the invoker's class path. " + EXPECTED), e);
    } catch (NoSuchFieldException e) {
      throw new StartFailure(
          problem(name, "is no Scala object: it has no field MODULE$. " + EXPECTED), e);
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      throw new StartFailure(problem(name, "could not be loaded: " + StartFailure.reason(e)), e);
    }
  }

  /**
   * Its factory, made with what the invoker gave to this plugin.
   *
   * @throws StartFailure when it makes none, as without a docker command. An Error would leave the
   *     invoker alive and never pinging.
   */
  ContainerFactory start(
      ActorSystem actorSystem,
      Logging logging,
      WhiskConfig config,
      InvokerInstanceId instance,
      Map<String, Set<String>> parameters) {
    try {
      ContainerFactory factory =
          provider.instance(actorSystem, logging, config, instance, parameters);
      logging.info(
          this,
          () -> "WasmWhisk gives containers of other images to " + name,
          TransactionId.invoker());
      return factory;
    } catch (Throwable e) {
      throw new StartFailure(problem(name, "could not start: " + StartFailure.reason(e)), e);
    }
  }

  private static String problem(String name, String what) {
    return "whisk.wasm.delegate = %s %s".formatted(name, what);
  }
}
