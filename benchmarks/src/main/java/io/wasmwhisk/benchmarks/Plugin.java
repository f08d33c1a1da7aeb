// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.benchmarks;

import akka.actor.ActorSystem;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionId;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerFactory;
import org.apache.openwhisk.core.containerpool.ContainerFactoryProvider;
import org.apache.openwhisk.core.containerpool.wasm.WasmContainerFactoryProvider$;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.ExecManifest;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.core.entity.SizeUnits;
import scala.Function0;
import scala.Option;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Set$;
import scala.concurrent.Await;
import scala.concurrent.duration.FiniteDuration;

/** The plugin as an invoker of OpenWhisk has it, without the invoker. */
final class Plugin implements AutoCloseable {
  static final FiniteDuration PATIENCE = FiniteDuration.apply(5, "minutes");

  private static final ByteSize MEMORY = new ByteSize(256, SizeUnits.MB$.MODULE$);
  private static final ExecManifest.ImageName IMAGE =
      new ExecManifest.ImageName(
          "action-wasm", Option.empty(), Option.apply("wasmwhisk"), Option.apply("latest"));

  private final Logging logging = new Silence();
  private final ActorSystem system;
  private final WhiskConfig config;
  private final ContainerFactory factory;

  /**
   * Starts it.
   *
   * @param engine {@code whisk.wasm.engine}
   */
  Plugin(String engine) {
    Config settings =
        ConfigFactory.parseMap(
            Map.of(
                "akka.loglevel", "WARNING",
                "akka.actor.provider", "local",
                "whisk.wasm.prewarm", "0s",
                "whisk.wasm.engine", engine));
    system = ActorSystem.create("benchmarks", settings.withFallback(ConfigFactory.load()));
    config =
        new WhiskConfig(
            Map$.MODULE$
                .<String, String>empty()
                .updated(WhiskConfig.wskApiProtocol(), "http")
                .updated(WhiskConfig.wskApiHostname(), "127.0.0.1")
                .updated(WhiskConfig.wskApiPort(), "3233"),
            Set$.MODULE$.empty(),
            null,
            Map$.MODULE$.empty(),
            logging);
    ContainerFactoryProvider provider = WasmContainerFactoryProvider$.MODULE$;
    factory = provider.instance(system, logging, config, instance(), Map$.MODULE$.empty());
    factory.init();
  }

  private static InvokerInstanceId instance() {
    return new InvokerInstanceId(
        0,
        Option.empty(),
        Option.empty(),
        MEMORY,
        Option.empty(),
        Plugin.<String>none(),
        Plugin.<String>none());
  }

  private static <T> Seq<T> none() {
    return JavaConverters.asScalaBufferConverter(List.<T>of()).asScala();
  }

  /** What is logged is not measured. */
  private static final class Silence implements Logging {
    @Override
    public void emit(
        int level, TransactionMetadata transaction, Object from, Function0<String> message) {}
  }

  /** A new container without an action in it. */
  Container container() throws Exception {
    return Await.result(
        factory.createContainer(
            TransactionId.testing(),
            "benchmarks",
            IMAGE,
            false,
            MEMORY,
            1,
            Option.empty(),
            config,
            logging),
        PATIENCE);
  }

  @Override
  public void close() {
    factory.cleanup();
    system.terminate();
  }
}
