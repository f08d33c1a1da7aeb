// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.command;

import io.wasmwhisk.cli.bench.Machine;
import io.wasmwhisk.cli.bench.floor.FloorBench;
import io.wasmwhisk.cli.bench.floor.FloorReport;
import io.wasmwhisk.cli.bench.floor.FloorRun;
import io.wasmwhisk.cli.bench.floor.FloorSettings;
import io.wasmwhisk.cli.bench.server.RealServer;
import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.exit.Subcommand;
import io.wasmwhisk.cli.options.DurationText;
import io.wasmwhisk.cli.options.FileBytes;
import io.wasmwhisk.cli.options.Launcher;
import io.wasmwhisk.cli.options.RealOpenWhiskOptions;
import io.wasmwhisk.cli.options.ServerOptions;
import io.wasmwhisk.cli.rest.ServerAccess;
import io.wasmwhisk.cli.rest.WhiskClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wasmwhisk bench floor}: what the platform takes, and what we add. */
@Command(
    name = "floor",
    description = {
      "Call hello beside a container that does nothing, on one real OpenWhisk in one run.",
      "The exit code is 32 when hello's median is above the bound: 1.15 times that of the other"
          + " when warm, 1.1 times when cold. Without --openwhisk the server of --apihost is"
          + " called, which needs the kinds wasm and echo:1."
    })
final class FloorCommand extends Subcommand {
  /** No container has to make room for another while there are measurements. */
  private static final String CONFIG =
      """
      whisk.wasm.delegate = io.wasmwhisk.cli.bench.echo.EchoContainerFactoryProvider
      whisk.container-pool.user-memory = 1000000 m
      whisk.config.limits-actions-invokes-perMinute = 100000000
      """;

  /** Neither kind has prewarmed containers. */
  private static final String MANIFEST =
      """
      {"runtimes": {
        "wasm": [{"kind": "wasm", "default": true,
          "image": {"prefix": "wasmwhisk", "name": "action-wasm", "tag": "latest"},
          "attached": {"attachmentName": "codefile", "attachmentType": "text/plain"}}],
        "echo": [{"kind": "echo:1", "default": true,
          "image": {"prefix": "wasmwhisk", "name": "bench-echo", "tag": "latest"},
          "attached": {"attachmentName": "codefile", "attachmentType": "text/plain"}}]}}
      """;

  @Option(
      names = "--servers",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "start so many, one after the other, each with all of these calls: what a JVM makes of"
              + " OpenWhisk differs from start to start (default: ${DEFAULT-VALUE})")
  private int servers;

  @Option(
      names = "--invokes",
      paramLabel = "N",
      defaultValue = "4000",
      description = "warm calls of each of the two (default: ${DEFAULT-VALUE})")
  private int invokes;

  @Option(
      names = "--colds",
      paramLabel = "N",
      defaultValue = "200",
      description = "cold calls of each, with known and with new code (default: ${DEFAULT-VALUE})")
  private int colds;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "20",
      description = "divide them into so many rounds (default: ${DEFAULT-VALUE})")
  private int rounds;

  @Option(
      names = "--warm-up",
      paramLabel = "TIME",
      defaultValue = "2m",
      converter = DurationText.class,
      description =
          "call so long before anything counts: OpenWhisk's code and the guest's are still being"
              + " compiled after some 10,000 calls (default: ${DEFAULT-VALUE})")
  private Duration warmUp = Duration.ZERO;

  @Option(
      names = "--pause",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "wait so long before each call, for what the server still does (default: none)")
  private Duration pause = Duration.ZERO;

  @Option(names = "--json", paramLabel = "FILE", description = "write every call to this file")
  private @Nullable Path json;

  @Mixin private RealOpenWhiskOptions real = new RealOpenWhiskOptions();
  @Mixin private ServerOptions server = new ServerOptions();

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(
        ExitCode.OK, ExitCode.UNREACHABLE, ExitCode.NOT_STARTED, ExitCode.BOUND_EXCEEDED);
  }

  @Override
  public Integer call() throws IOException {
    Optional<Path> classes = real.classes();
    FloorSettings settings = settings();
    out().println(Machine.words());
    out().flush();
    List<FloorRun> runs = new ArrayList<>();
    if (classes.isPresent()) {
      for (int i = 0; i < servers; i++) {
        runs.add(measureIn(classes.get(), settings));
        progress(i + 1);
      }
    } else {
      runs.add(measure(server.access(), settings));
    }
    FloorReport report = FloorReport.of(settings, runs, new SplittableRandom(1));
    report.print(out());
    if (json != null) {
      report.writeJson(json);
    }
    return (report.held() ? ExitCode.OK : ExitCode.BOUND_EXCEEDED).code();
  }

  private FloorSettings settings() {
    if (servers < 1) {
      throw new CommandFailure(ExitCode.USAGE, "--servers is %d, below 1".formatted(servers));
    }
    return CommandFailure.usageUnless(
        () -> new FloorSettings(warmUp, rounds, invokes, colds, pause));
  }

  private void progress(int done) {
    err().printf("wasmwhisk: measured %d of %d servers%n", done, servers);
    err().flush();
  }

  private FloorRun measureIn(Path directory, FloorSettings settings) throws IOException {
    RealServer.Wishes wishes =
        new RealServer.Wishes(CONFIG, Optional.of(MANIFEST), Optional.of("echo"), List.of());
    try (RealServer started = RealServer.start(directory, real.log(), wishes)) {
      return measure(started.server().access(), settings);
    }
  }

  private static FloorRun measure(ServerAccess access, FloorSettings settings) throws IOException {
    byte[] hello = FileBytes.read(Launcher.home().resolve("actions/c/hello.wasm"));
    try (WhiskClient client = new WhiskClient(access)) {
      return new FloorBench(settings, client, hello).run();
    }
  }
}
