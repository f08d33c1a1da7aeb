// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.evaluation;

import io.wasmwhisk.cli.bench.Machine;
import io.wasmwhisk.cli.bench.call.ActionLimits;
import io.wasmwhisk.cli.bench.call.Caller;
import io.wasmwhisk.cli.bench.call.Deployment;
import io.wasmwhisk.cli.bench.contender.Circumstances;
import io.wasmwhisk.cli.bench.process.Gauge;
import io.wasmwhisk.cli.bench.server.Endpoint;
import io.wasmwhisk.cli.bench.workload.Kind;
import io.wasmwhisk.cli.bench.workload.Kinds;
import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.options.ByteSizeText;
import io.wasmwhisk.cli.options.DurationText;
import io.wasmwhisk.cli.options.Launcher;
import io.wasmwhisk.cli.rest.WhiskClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all evaluation programs are told: the server, the kinds, the actions' limits, the files. */
final class ProgramOptions {
  private static final long MEGABYTE = 1 << 20;

  /** For the record of a call that took longer than OpenWhisk waits. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      split = ",",
      defaultValue = "wasm",
      description =
          "measure actions of these kinds in the same run; of wasm as modules, of nodejs:… and"
              + " wasm:js in JavaScript (default: ${DEFAULT-VALUE})")
  private List<String> kinds = List.of();

  @Option(
      names = {"-c", "--concurrency"},
      paramLabel = "N",
      description =
          "activations that one container may run at once (default: the server's, which is 1)")
  private @Nullable Integer concurrency;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      converter = ByteSizeText.class,
      description = "the actions' memory limit, as in 128m (default: the server's)")
  private @Nullable Long memory;

  @Option(
      names = "--warm-up",
      paramLabel = "TIME",
      defaultValue = "20s",
      converter = DurationText.class,
      description = "call each kind so long before anything counts (default: ${DEFAULT-VALUE})")
  private Duration warmUp = Duration.ZERO;

  @Option(names = "--json", paramLabel = "FILE", description = "write every call to this file")
  private @Nullable Path json;

  @Option(
      names = "--plot",
      paramLabel = "DIR",
      description = "write plots into this directory, as PNG and SVG")
  private @Nullable Path plots;

  @Mixin private EndpointOptions endpoint = new EndpointOptions();

  /**
   * What a program works with.
   *
   * @param kinds that the server has, at least one
   */
  record Tools(
      Circumstances circumstances,
      List<Kind> kinds,
      Caller caller,
      Deployment deployment,
      Gauge gauge) {}

  /** A program. */
  @FunctionalInterface
  interface Program<T> {
    T run(Tools tools) throws IOException, InterruptedException;
  }

  /** Something that is written to a file or a directory. */
  @FunctionalInterface
  interface Writing {
    void to(Path path) throws IOException;
  }

  Duration warmUp() {
    return warmUp;
  }

  /** Writes what the command line asks for. */
  void write(Writing samples, Writing pictures) throws IOException {
    if (json != null) {
      samples.to(json);
    }
    if (plots != null) {
      pictures.to(plots);
    }
  }

  /**
   * Runs a program with the server that the options name.
   *
   * @param out gets what a figure must not be quoted without
   * @throws CommandFailure when the server does not start or answer, or has none of the kinds
   */
  <T> T run(PrintWriter out, Program<T> program) throws IOException, InterruptedException {
    ActionLimits limits =
        new ActionLimits(
            Optional.ofNullable(memory).map(ProgramOptions::megabytes),
            Optional.ofNullable(concurrency));
    return endpoint.use(server -> run(out, server, limits, program));
  }

  private <T> T run(PrintWriter out, Endpoint server, ActionLimits limits, Program<T> program)
      throws IOException, InterruptedException {
    try (WhiskClient client = new WhiskClient(server.access());
        Gauge gauge = Gauge.of(server.pid())) {
      Kinds found = Kinds.find(kinds, offered(client, server));
      if (found.present().isEmpty()) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "None of the kinds can be measured: %s.".formatted(String.join("; ", found.absent())));
      }
      Circumstances circumstances =
          new Circumstances(
              "%s; %s".formatted(Machine.words(), server.description()), found.absent());
      out.println(circumstances.machine());
      out.println();
      out.flush();
      try (Deployment deployment =
          new Deployment(client, Launcher.home().resolve("actions"), limits)) {
        return program.run(
            new Tools(
                circumstances, found.present(), new Caller(client, PATIENCE), deployment, gauge));
      }
    }
  }

  private static List<String> offered(WhiskClient client, Endpoint server) {
    try {
      return client.kinds();
    } catch (ConnectException e) {
      throw new CommandFailure(
          ExitCode.UNREACHABLE,
          "Nothing answers at %s. Is the server running? Another one is named by --apihost."
              .formatted(server.access().host()));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.UNREACHABLE,
          "%s does not answer: %s.".formatted(server.access().host(), e.getMessage()));
    }
  }

  private static long megabytes(long bytes) {
    if (bytes % MEGABYTE != 0) {
      throw new CommandFailure(
          ExitCode.USAGE, "--memory of %d bytes is no whole number of megabytes.".formatted(bytes));
    }
    return bytes / MEGABYTE;
  }
}
