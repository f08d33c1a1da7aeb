// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.evaluation;

import io.wasmwhisk.cli.bench.server.Endpoint;
import io.wasmwhisk.cli.bench.server.OwnServer;
import io.wasmwhisk.cli.bench.server.RealServer;
import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.options.HeapOption;
import io.wasmwhisk.cli.options.Launcher;
import io.wasmwhisk.cli.options.RealOpenWhiskOptions;
import io.wasmwhisk.cli.options.ServerOptions;
import io.wasmwhisk.cli.rest.ServerAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Which OpenWhisk is measured: one that is there, a real one that is started, or our own standalone
 * server in a process of its own when neither is named.
 */
final class EndpointOptions {
  /** No container has to make room for another, and nobody is told to come later. */
  private static final String CONFIG =
      """

      whisk.container-pool.user-memory = 1000000 m
      whisk.container-proxy.timeouts.idle-container = 10 minutes
      whisk.concurrency-limit.max = 1000
      whisk.config.limits-actions-invokes-perMinute = 100000000
      whisk.config.limits-actions-invokes-concurrent = 100000
      whisk.wasm.module-cache = 256 m
      """;

  @Option(
      names = "--pid",
      paramLabel = "PID",
      description =
          "the process of the server that --apihost names, on this machine; without it there are"
              + " no figures of processor and memory")
  private @Nullable Long pid;

  @Mixin private HeapOption heap = new HeapOption();
  @Mixin private RealOpenWhiskOptions real = new RealOpenWhiskOptions();
  @Mixin private ServerOptions server = new ServerOptions();

  /**
   * What a bench wants of a server that is started for it.
   *
   * @param heap its JVM's {@code -Xmx}, unless the command line names one
   * @param config settings in HOCON, after those that all benches want
   */
  record Wishes(String heap, String config) {}

  /** What is done with the server while it is there. */
  @FunctionalInterface
  interface Use<T> {
    T of(Endpoint endpoint) throws IOException, InterruptedException;
  }

  /**
   * Starts the server, if it is to be started, and ends it afterwards.
   *
   * @throws CommandFailure when it does not start
   */
  <T> T use(Use<T> use) throws IOException, InterruptedException {
    return use(new Wishes("1g", ""), use);
  }

  /** The same with other wishes, which a server that is there already does not hear. */
  <T> T use(Wishes wishes, Use<T> use) throws IOException, InterruptedException {
    Optional<Path> classes = real.classes();
    if (classes.isPresent()) {
      return useReal(classes.get(), wishes, use);
    }
    return server.isGiven() ? use.of(given()) : useOwn(wishes, use);
  }

  private Endpoint given() {
    ServerAccess access = server.access();
    return new Endpoint(
        "the server at " + access.host(),
        access,
        pid == null ? OptionalLong.empty() : OptionalLong.of(pid));
  }

  private <T> T useReal(Path classes, Wishes wanted, Use<T> use)
      throws IOException, InterruptedException {
    String size = heap.size(wanted.heap());
    RealServer.Wishes wishes =
        new RealServer.Wishes(
            CONFIG + wanted.config(), Optional.empty(), Optional.empty(), List.of("-Xmx" + size));
    try (RealServer started = RealServer.start(classes, real.log(), wishes)) {
      return use.of(
          new Endpoint(
              "OpenWhisk's standalone with the plugin, heap " + size,
              started.server().access(),
              OptionalLong.of(started.server().pid())));
    }
  }

  private <T> T useOwn(Wishes wanted, Use<T> use) throws IOException, InterruptedException {
    String size = heap.size(wanted.heap());
    try (OwnServer started = startOwn(size, CONFIG + wanted.config())) {
      return use.of(
          new Endpoint(
              "wasmwhisk standalone, heap " + size,
              started.attacker(),
              OptionalLong.of(started.pid())));
    }
  }

  private static OwnServer startOwn(String size, String config) {
    try {
      return OwnServer.start(Launcher.script(), size, config);
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.NOT_STARTED, String.valueOf(e.getMessage()));
    }
  }
}
