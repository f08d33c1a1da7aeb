// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli;

import com.typesafe.config.ConfigException;
import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.guest.GuestEngine;
import io.wasmwhisk.cli.local.Samples;
import io.wasmwhisk.cli.local.StartReport;
import io.wasmwhisk.cli.options.FileBytes;
import io.wasmwhisk.cli.rest.ServerAccess;
import io.wasmwhisk.cli.rest.WhiskClient;
import io.wasmwhisk.engine.EngineReport;
import io.wasmwhisk.standalone.Standalone;
import io.wasmwhisk.standalone.StandaloneSettings;
import io.wasmwhisk.standalone.settings.InvalidSettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wasmwhisk standalone}: a local OpenWhisk with sample actions. */
@Command(
    name = "standalone",
    description = {
      "Start a local OpenWhisk: its REST API in this process, with sample actions.",
      "It keeps everything in memory and ends with Ctrl-C."
    })
final class StandaloneCommand extends Subcommand {
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

  @Override
  List<ExitCode> exitCodes() {
    return List.of(ExitCode.OK, ExitCode.UNREADABLE_FILE, ExitCode.NOT_STARTED);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    EngineReport engine;
    try (GuestEngine checked = GuestEngine.start(this::explain)) {
      engine = checked.report();
    }
    CountDownLatch stopped = new CountDownLatch(1);
    try (Standalone server = start()) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
      out().println(report(server, engine).text());
      stopped.await();
    }
    return ExitCode.OK.code();
  }

  private StartReport report(Standalone server, EngineReport engine) throws IOException {
    ServerAccess access = new ServerAccess(server.url(), ServerAccess.GUEST_KEY);
    try (WhiskClient client = new WhiskClient(access)) {
      Samples samples = noSamples ? Samples.NONE : Samples.deploy(samplesDirectory(), client);
      return new StartReport(access, engine, client.kinds(), samples);
    }
  }

  /** The launcher says where it lies. */
  private static Path samplesDirectory() {
    return Path.of(System.getProperty("wasmwhisk.home", ""), "actions");
  }

  private Standalone start() {
    try {
      return Standalone.start(settings());
    } catch (InvalidSettingsException | ConfigException e) {
      throw new CommandFailure(
          ExitCode.NOT_STARTED, "The settings cannot be used: " + e.getMessage());
    } catch (IllegalStateException e) {
      throw new CommandFailure(
          ExitCode.NOT_STARTED,
          "The server cannot listen on port %d: %s. Another one is named by --port."
              .formatted(port, root(e).getMessage()));
    }
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
