// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone;

import akka.actor.ActorSystem;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.wasmwhisk.standalone.pool.ContainerPool;
import io.wasmwhisk.standalone.rest.RestApi;
import io.wasmwhisk.standalone.rest.RestServer;
import io.wasmwhisk.standalone.runtimes.ManifestReader;
import io.wasmwhisk.standalone.runtimes.Runtimes;
import io.wasmwhisk.standalone.settings.ConfigFiles;
import io.wasmwhisk.standalone.settings.Settings;
import io.wasmwhisk.standalone.settings.SettingsReader;
import io.wasmwhisk.standalone.spi.ContainerSpi;
import io.wasmwhisk.standalone.store.ActionStore;
import io.wasmwhisk.standalone.store.ActivationStore;
import io.wasmwhisk.standalone.timing.SystemTimer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server. {@link #close} may be called at any time and more than once. */
public final class Standalone implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Standalone.class);
  private static final Duration START_PATIENCE = Duration.ofSeconds(30);
  private static final Duration REQUEST_PATIENCE = Duration.ofSeconds(1);

  private final Config config;
  private final Settings settings;
  // Closing undoes what starting did, last step first.
  private final Deque<Step> undo = new ArrayDeque<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final RestServer server;

  /** One part of closing. */
  private interface Step {
    void run() throws InterruptedException, ExecutionException, TimeoutException;
  }

  private Standalone(Config config, Settings settings, Runtimes runtimes) {
    this.config = config;
    this.settings = settings;
    try {
      server = start(config, runtimes);
    } catch (RuntimeException | Error failure) {
      close();
      throw failure;
    }
  }

  /**
   * Starts a server.
   *
   * @throws io.wasmwhisk.standalone.settings.InvalidSettingsException when the configuration cannot
   *     be used
   * @throws com.typesafe.config.ConfigException when it cannot be read
   * @throws UncheckedIOException when the manifest cannot be read
   * @throws io.wasmwhisk.standalone.spi.PluginStartException when a class that it names does not
   *     start
   * @throws IllegalStateException when the address cannot be bound
   */
  public static Standalone start(StandaloneSettings settings) {
    Config overrides = ConfigFactory.parseMap(settings.overrides(), "start");
    Config config = ConfigFiles.load(overrides, settings.configFile());
    return new Standalone(config, SettingsReader.read(config), runtimes(settings.manifest()));
  }

  public int port() {
    return server.port();
  }

  /** Where the API is reached. */
  public URI url() {
    return URI.create("http://%s:%d".formatted(settings.http().host(), port()));
  }

  /** A setting of the plugin's, where one is set. */
  public Optional<String> setting(String key) {
    return config.hasPath(key) ? Optional.of(config.getString(key)) : Optional.empty();
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    while (!undo.isEmpty()) {
      try {
        undo.removeLast().run();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException | TimeoutException | RuntimeException failure) {
        LOG.error("a part of the server did not stop", failure);
      }
    }
  }

  private RestServer start(Config config, Runtimes runtimes) {
    Clock clock = Clock.systemUTC();
    ActorSystem system = ActorSystem.create("wasmwhisk", config);
    undo.add(() -> LOG.info("stopped"));
    undo.add(() -> await(system.getWhenTerminated(), START_PATIENCE));
    undo.add(system::terminate);
    RestServer rest = started(RestServer.bind(system, settings.http(), clock));
    ContainerSpi spi = ContainerSpi.start(system, config, settings, rest.port(), clock);
    undo.add(spi::stop);
    SystemTimer timer = new SystemTimer(system.dispatcher());
    undo.add(timer::close);
    ActivationStore activations = new ActivationStore(settings.store());
    ContainerPool pool =
        new ContainerPool(
            spi.source(), activations::put, settings.pool(), clock, timer, system.dispatcher());
    undo.add(() -> await(pool.close(), settings.pool().answerGrace()));
    undo.add(() -> await(rest.unbind(REQUEST_PATIENCE), REQUEST_PATIENCE.multipliedBy(2)));
    rest.serve(
        new RestApi(settings, runtimes, new ActionStore(spi.changes()), activations, pool, clock));
    LOG.info("OpenWhisk's API is served on {}:{}", settings.http().host(), rest.port());
    return rest;
  }

  private static <T> T started(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(START_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failure) {
      throw new IllegalStateException("the server cannot listen", failure.getCause());
    } catch (TimeoutException failure) {
      throw new IllegalStateException("the server does not get to listen", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while starting", interrupted);
    }
  }

  private static void await(CompletionStage<?> stage, Duration patience)
      throws InterruptedException, ExecutionException, TimeoutException {
    var unused = stage.toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Runtimes runtimes(Optional<Path> manifest) {
    try {
      return ManifestReader.read(
          manifest.isPresent() ? Files.readAllBytes(manifest.get()) : bundledManifest());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static byte[] bundledManifest() throws IOException {
    try (InputStream manifest = Standalone.class.getResourceAsStream("runtimes.json")) {
      if (manifest == null) {
        throw new IllegalStateException("runtimes.json is missing from the class path");
      }
      return manifest.readAllBytes();
    }
  }
}
