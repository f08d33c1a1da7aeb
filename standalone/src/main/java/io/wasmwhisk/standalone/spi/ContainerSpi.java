// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.spi;

import akka.actor.ActorSystem;
import com.typesafe.config.Config;
import io.wasmwhisk.standalone.container.ContainerSource;
import io.wasmwhisk.standalone.json.JsonText;
import io.wasmwhisk.standalone.settings.Settings;
import io.wasmwhisk.standalone.store.ActionChanges;
import io.wasmwhisk.start.CodeAhead;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.containerpool.ContainerFactory;
import org.apache.openwhisk.core.containerpool.ContainerFactoryProvider;
import org.apache.openwhisk.core.containerpool.logging.LogStore;
import org.apache.openwhisk.core.containerpool.logging.LogStoreProvider;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.spi.Spi;
import org.apache.openwhisk.spi.SpiClassResolver;
import org.apache.openwhisk.spi.SpiLoader;
import scala.Option;
import scala.collection.immutable.Set;
import scala.collection.immutable.Set$;
import scala.reflect.Manifest;
import scala.reflect.ManifestFactory$;

/**
 * The configured ContainerFactory, loaded and started as {@code InvokerReactive} of OpenWhisk does:
 * log store, provider, {@code init()}.
 */
public final class ContainerSpi {
  private static final int INVOKER = 0;

  private final ContainerFactory factory;
  private final ContainerSource source;

  private ContainerSpi(ContainerFactory factory, ContainerSource source) {
    this.factory = factory;
    this.source = source;
  }

  /**
   * Loads and starts.
   *
   * @param config names the classes under {@code whisk.spi}
   * @param apiPort where the API of this server is reached
   * @throws PluginStartException when one of them cannot be loaded, or does not start
   */
  public static ContainerSpi start(
      ActorSystem system, Config config, Settings settings, int apiPort, Clock clock) {
    SpiClassResolver resolver = resolver(config);
    Logging logging = new SpiLogging();
    WhiskConfig whiskConfig = whiskConfig(settings, apiPort, logging);
    InvokerInstanceId instance = instance(settings);
    LogStore logStore;
    ContainerFactory factory;
    try {
      logStore = load(LogStoreProvider.class, resolver).instance(system);
      factory =
          load(ContainerFactoryProvider.class, resolver)
              .instance(system, logging, whiskConfig, instance, parameters(logStore));
      factory.init();
    } catch (RuntimeException e) {
      throw new PluginStartException(e);
    }
    ContainerSource source =
        new SpiContainerSource(
            factory,
            logStore,
            whiskConfig,
            logging,
            instance,
            settings.sizes(),
            new JsonText(settings.http().jsonNesting()),
            clock);
    return new ContainerSpi(factory, source);
  }

  public ContainerSource source() {
    return source;
  }

  /** Who wants to know of actions before they are invoked. */
  public ActionChanges changes() {
    return factory instanceof CodeAhead ahead ? new CodeAheadChanges(ahead) : ActionChanges.IGNORED;
  }

  /** The factory's last call. */
  public void stop() {
    factory.cleanup();
  }

  /** SpiLoader lets checked exceptions through undeclared, as Scala does. */
  private static <T extends Spi> T load(Class<T> spi, SpiClassResolver resolver) {
    Manifest<T> type = ManifestFactory$.MODULE$.classType(spi);
    try {
      return SpiLoader.get(type, resolver);
    } catch (Exception | LinkageError failure) {
      throw new IllegalStateException(
          "whisk.spi.%s = %s cannot be loaded: %s"
              .formatted(spi.getSimpleName(), resolver.getClassNameForType(type), failure),
          failure);
    }
  }

  private static SpiClassResolver resolver(Config config) {
    return new SpiClassResolver() {
      @Override
      public <T> String getClassNameForType(Manifest<T> type) {
        return config.getString("whisk.spi." + type.runtimeClass().getSimpleName());
      }
    };
  }

  private static InvokerInstanceId instance(Settings settings) {
    return new InvokerInstanceId(
        INVOKER,
        Option.empty(),
        Option.empty(),
        WhiskEntities.megabytes(settings.pool().userMemoryMb()),
        Option.empty(),
        Scala.seq(List.of()),
        Scala.seq(List.of()));
  }

  /** The properties that a factory may ask for are those of this server. */
  private static WhiskConfig whiskConfig(Settings settings, int apiPort, Logging logging) {
    Map<String, String> properties =
        Map.of(
            "whisk.api.host.proto", "http",
            "whisk.api.host.name", settings.http().host(),
            "whisk.api.host.port", String.valueOf(apiPort));
    return new WhiskConfig(
        Scala.map(properties), Set$.MODULE$.empty(), null, Scala.map(Map.of()), logging);
  }

  /** What an invoker wants of Docker containers; others ignore it. */
  private static scala.collection.immutable.Map<String, Set<String>> parameters(LogStore logStore) {
    scala.collection.immutable.Map<String, Set<String>> parameters = logStore.containerParameters();
    return parameters
        .updated("--cap-drop", setOf("NET_RAW", "NET_ADMIN"))
        .updated("--ulimit", setOf("nofile=1024:1024"))
        .updated("--pids-limit", setOf("1024"));
  }

  private static Set<String> setOf(String... values) {
    return Scala.seq(List.of(values)).toSet();
  }
}
