// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli;

import com.typesafe.config.ConfigException;
import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.exit.Subcommand;
import io.wasmwhisk.cli.guest.GuestEngine;
import io.wasmwhisk.cli.local.Samples;
import io.wasmwhisk.cli.local.StartReport;
import io.wasmwhisk.cli.openwhisk.OpenWhiskClasses;
import io.wasmwhisk.cli.openwhisk.OpenWhiskFailure;
import io.wasmwhisk.cli.openwhisk.OpenWhiskServer;
import io.wasmwhisk.cli.openwhisk.ServerSettings;
import io.wasmwhisk.cli.options.FileBytes;
import io.wasmwhisk.cli.options.Launcher;
import io.wasmwhisk.cli.options.RealOpenWhiskOptions;
import io.wasmwhisk.cli.rest.ServerAccess;
import io.wasmwhisk.cli.rest.WhiskClient;
import io.wasmwhisk.engine.EngineChoice;
import io.wasmwhisk.engine.EngineReport;
import io.wasmwhisk.standalone.Standalone;
import io.wasmwhisk.standalone.StandaloneSettings;
import io.wasmwhisk.standalone.settings.InvalidSettingsException;
import io.wasmwhisk.standalone.spi.PluginStartException;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wasmwhisk standalone}: a local OpenWhisk with sample actions. */
@Command(
    name = "standalone",
    description = {
      "Start a local OpenWhisk: its REST API in this process, with sample actions; or, with"
          + " --openwhisk, the standalone server of a real OpenWhisk with the plugin in it.",
      "It keeps everything in memory and ends with Ctrl-C."
    })
final class StandaloneCommand extends Subcommand {
  private static final String ENGINE = "whisk.wasm.engine";

  @Option(
      names = {"-p", "--port"},
      paramLabel = "PORT",
      defaultValue = "3233",
      description = "the port to listen on, 0 for any free one (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "the address to listen on (default: ${DEFAULT-VALUE}); the guest key is public")
  private String host = "";

  @Option(
      names = {"-m", "--manifest"},
      paramLabel = "FILE",
      description = "the runtimes, as OpenWhisk takes them (default: runtimes.json, built in)")
  private @Nullable Path manifest;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "settings in HOCON, as OpenWhisk takes them, over the defaults")
  private @Nullable Path config;

  @Option(names = "--no-samples", description = "deploy no sample actions")
  private boolean noSamples;

  @Mixin private RealOpenWhiskOptions real = new RealOpenWhiskOptions();

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(ExitCode.OK, ExitCode.UNREADABLE_FILE, ExitCode.NOT_STARTED);
  }

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    Optional<Path> classes = real.classes();
    return classes.isPresent() ? serveBy(classes.get()) : serve();
  }

  private int serve() throws IOException, InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    try (Standalone server = start()) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
      EngineReport engine =
          engineOfThisJvm(server.setting(ENGINE).map(EngineChoice::of).orElse(EngineChoice.AUTO));
      out().println(report(new ServerAccess(server.url(), ServerAccess.GUEST_KEY), engine).text());
      stopped.await();
    }
    return ExitCode.OK.code();
  }

  /** Until Ctrl-C, or until OpenWhisk ends by itself. */
  private int serveBy(Path directory) throws IOException, InterruptedException, ExecutionException {
    try (OpenWhiskServer server = OpenWhiskServer.start(realSettings(directory))) {
      EngineReport engine = server.engine().orElseGet(() -> engineOfThisJvm(EngineChoice.AUTO));
      out().println(report(server.access(), engine).text());
      int code = server.ended().get();
      throw new CommandFailure(
          ExitCode.INTERNAL,
          "OpenWhisk ended with code %d. It printed last:%n%s".formatted(code, server.lastWords()));
    } catch (OpenWhiskFailure e) {
      throw new CommandFailure(ExitCode.NOT_STARTED, String.valueOf(e.getMessage()));
    } catch (BindException e) {
      throw cannotListen(e);
    }
  }

  /** The JVM's options are for the server, which is where guests run. */
  private ServerSettings realSettings(Path directory) throws OpenWhiskFailure {
    ServerSettings settings =
        ServerSettings.of(OpenWhiskClasses.in(directory), Launcher.home())
            .at(host, port)
            .withManifest(readable(manifest))
            .withConfig(readable(config))
            .withJvmOptions(Launcher.jvmOptions());
    return real.log().map(settings::withLog).orElse(settings);
  }

  private static Optional<Path> readable(@Nullable Path file) {
    if (file != null) {
      FileBytes.requireReadable(file);
    }
    return Optional.ofNullable(file);
  }

  private EngineReport engineOfThisJvm(EngineChoice choice) {
    try (GuestEngine checked = GuestEngine.start(choice, this::explain)) {
      return checked.report();
    }
  }

  private StartReport report(ServerAccess access, EngineReport engine) throws IOException {
    try (WhiskClient client = new WhiskClient(access)) {
      Samples samples =
          noSamples ? Samples.NONE : Samples.deploy(Launcher.home().resolve("actions"), client);
      return new StartReport(access, engine, client.kinds(), samples);
    }
  }

  private Standalone start() {
    try {
      return Standalone.start(settings());
    } catch (InvalidSettingsException | ConfigException e) {
      throw new CommandFailure(
          ExitCode.NOT_STARTED, "The settings cannot be used: " + e.getMessage());
    } catch (PluginStartException e) {
      throw new CommandFailure(ExitCode.NOT_STARTED, String.valueOf(e.getMessage()));
    } catch (IllegalStateException e) {
      throw cannotListen(e);
    }
  }

  private CommandFailure cannotListen(Exception e) {
    return new CommandFailure(
        ExitCode.NOT_STARTED,
        "The server cannot listen on port %d: %s. Another one is named by --port."
            .formatted(port, root(e).getMessage()));
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    for (Throwable cause = root.getCause(); cause != null; cause = root.getCause()) {
      root = cause;
    }
    return root;
  }

  private StandaloneSettings settings() {
    StandaloneSettings settings = StandaloneSettings.DEFAULTS.withHost(host).withPort(port);
    if (manifest != null) {
      FileBytes.requireReadable(manifest);
      settings = settings.withManifest(manifest);
    }
    if (config != null) {
      FileBytes.requireReadable(config);
      settings = settings.withConfigFile(config);
    }
    return settings;
  }
}
