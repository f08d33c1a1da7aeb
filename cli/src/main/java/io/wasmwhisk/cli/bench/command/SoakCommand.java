// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.command;

import io.wasmwhisk.cli.bench.server.RealServer;
import io.wasmwhisk.cli.bench.soak.SoakBench;
import io.wasmwhisk.cli.bench.soak.SoakReport;
import io.wasmwhisk.cli.bench.soak.SoakSettings;
import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.exit.Subcommand;
import io.wasmwhisk.cli.options.DurationText;
import io.wasmwhisk.cli.options.HeapOption;
import io.wasmwhisk.cli.options.RealOpenWhiskOptions;
import io.wasmwhisk.cli.options.ServerOptions;
import io.wasmwhisk.cli.rest.ServerAccess;
import io.wasmwhisk.cli.rest.WhiskClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wasmwhisk bench soak}: does anything grow? */
@Command(
    name = "soak",
    description = {
      "Call actions that come, change and go at a steady rate for a long time.",
      "The exit code is 32 when the heap, the threads or the descriptors of the server grow more"
          + " than they may, or when a call is answered wrongly or not at all."
    })
final class SoakCommand extends Subcommand {
  private static final int WARM_UP_SHARE = 6;

  /**
   * OpenWhisk's store in memory never forgets a record, nor the code of an action that was deleted
   * unless that is a part of the action's document: so records go to OpenWhisk's own store that
   * keeps none, whose answers nobody must wait for, and code is in the documents. The plugin's
   * cache of compiled modules is so small that it is full before anything is measured.
   */
  private static final String CONFIG =
      """
      whisk.spi.ActivationStoreProvider =
        org.apache.openwhisk.core.database.memory.NoopActivationStoreProvider
      whisk.controller.activation.polling-from-db = false
      whisk.db.max-inline-size = 4m
      whisk.config.limits-actions-invokes-perMinute = 100000000
      whisk.wasm.module-cache = 8m
      """;

  /** What is only softly reachable, as OpenWhisk's caches are, is no growth of the heap. */
  private static final String FORGETFUL = "-XX:SoftRefLRUPolicyMSPerMB=50";

  @Option(
      names = "--time",
      paramLabel = "TIME",
      defaultValue = "60m",
      converter = DurationText.class,
      description = "how long (default: ${DEFAULT-VALUE})")
  private Duration time = Duration.ZERO;

  @Option(
      names = "--warm-up",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "so much of it at the beginning does not count (default: a sixth)")
  private @Nullable Duration warmUp;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "20",
      description = "calls a second (default: ${DEFAULT-VALUE})")
  private double rate;

  @Option(
      names = "--churn",
      paramLabel = "TIME",
      defaultValue = "5s",
      converter = DurationText.class,
      description =
          "so often an action is replaced by another, and one gets new code"
              + " (default: ${DEFAULT-VALUE})")
  private Duration churn = Duration.ZERO;

  @Option(
      names = "--sample",
      paramLabel = "TIME",
      defaultValue = "20s",
      converter = DurationText.class,
      description = "look at the server's process so often (default: ${DEFAULT-VALUE})")
  private Duration sample = Duration.ZERO;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "write every sample to this file, as soon as it is taken")
  private @Nullable Path json;

  @Option(
      names = "--pid",
      paramLabel = "PID",
      description = "the process of the server that --apihost names, on this machine")
  private @Nullable Long pid;

  @Mixin private HeapOption heap = new HeapOption();
  @Mixin private RealOpenWhiskOptions real = new RealOpenWhiskOptions();
  @Mixin private ServerOptions server = new ServerOptions();

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(
        ExitCode.OK, ExitCode.UNREACHABLE, ExitCode.NOT_STARTED, ExitCode.BOUND_EXCEEDED);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Optional<Path> classes = real.classes();
    SoakReport report = classes.isPresent() ? soakIn(classes.get()) : soakGiven();
    return (report.held() ? ExitCode.OK : ExitCode.BOUND_EXCEEDED).code();
  }

  private SoakReport soakGiven() throws IOException, InterruptedException {
    if (pid == null) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "Name the server: --openwhisk DIR starts one, --apihost and --pid name one that is there.");
    }
    return soak(server.access(), pid, settings());
  }

  private SoakReport soakIn(Path directory) throws IOException, InterruptedException {
    SoakSettings settings = settings();
    RealServer.Wishes wishes =
        new RealServer.Wishes(
            CONFIG, Optional.empty(), Optional.empty(), List.of("-Xmx" + heap.size(), FORGETFUL));
    try (RealServer started = RealServer.start(directory, real.log(), wishes)) {
      return soak(started.server().access(), started.server().pid(), settings);
    }
  }

  private SoakSettings settings() {
    return CommandFailure.usageUnless(
        () ->
            new SoakSettings(
                time,
                warmUp == null ? time.dividedBy(WARM_UP_SHARE) : warmUp,
                rate,
                churn,
                sample));
  }

  private SoakReport soak(ServerAccess access, long process, SoakSettings settings)
      throws IOException, InterruptedException {
    try (WhiskClient client = new WhiskClient(access)) {
      return new SoakBench(settings, client, process, out(), Optional.ofNullable(json))
          .run(new Random()); // of several threads
    }
  }
}
