// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.start;

import akka.actor.ActorSystem;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.containerpool.ContainerFactory;
import org.apache.openwhisk.core.containerpool.ContainerFactoryProvider;
import org.jspecify.annotations.Nullable;
import scala.Function0;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Set$;

/**
 * A program that starts the plugin as an invoker does, for JVMs on which no test runs: {@code
 * SpiLoader}'s look-up, then what {@code Invoker.main} does of an exception. It ends with 0 when
 * the plugin started; an Error leaves it running, as it does an invoker.
 */
public final class SpiStart {
  private static final String PROVIDER =
      "org.apache.openwhisk.core.containerpool.wasm.WasmContainerFactoryProvider";

  private SpiStart() {}

  /** Takes settings as system properties, and no arguments. */
  @SuppressWarnings("SystemOut") // what the test reads
  public static void main(String[] arguments) {
    ActorSystem system = ActorSystem.create("invoker");
    Logging logging = new Printed();
    System.out.println("SpiStart begins");
    try {
      ContainerFactory factory = factory(system, logging);
      factory.init();
      factory.cleanup();
    } catch (Exception e) {
      System.out.println("Failed to initialize reactive invoker: " + e.getMessage());
      System.exit(1);
    }
    System.exit(0);
  }

  @SuppressWarnings("NullAway") // the plugin takes no notice of the invoker's number
  private static ContainerFactory factory(ActorSystem system, Logging logging) throws Exception {
    Object provider = Class.forName(PROVIDER + "$").getField("MODULE$").get(null);
    return ((ContainerFactoryProvider) provider)
        .instance(system, logging, config(logging), null, Map$.MODULE$.empty());
  }

  private static WhiskConfig config(Logging logging) {
    return new WhiskConfig(
        Map$.MODULE$.empty(), Set$.MODULE$.empty(), null, Map$.MODULE$.empty(), logging);
  }

  private static final class Printed implements Logging {
    @Override
    @SuppressWarnings("SystemOut")
    public void emit(
        int level, TransactionMetadata id, @Nullable Object from, Function0<String> message) {
      System.out.println(message.apply());
    }
  }
}
