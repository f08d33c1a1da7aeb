// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.evaluation;

import io.wasmwhisk.cli.bench.capacity.CapacityBench;
import io.wasmwhisk.cli.bench.capacity.CapacityPlots;
import io.wasmwhisk.cli.bench.capacity.CapacityReport;
import io.wasmwhisk.cli.bench.capacity.CapacitySettings;
import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.exit.Subcommand;
import io.wasmwhisk.cli.options.DurationText;
import io.wasmwhisk.cli.options.FileBytes;
import io.wasmwhisk.cli.options.Launcher;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wasmwhisk bench capacity}: how many can sleep at once? */
@Command(
    name = "capacity",
    description = {
      "Have more and more activations sleep at once, on any OpenWhisk.",
      "Without --apihost and --openwhisk a server of our own is started. The exit code is 32 when an"
          + " activation slept for less than it should, by its own clock or by its record, when one"
          + " failed, or when not all of them were asleep at once."
    })
public final class CapacityCommand extends Subcommand {
  private static final String HEAP = "4g";

  /** Records are what the bench proves its figures by. */
  private static final String CONFIG =
      """
      whisk.concurrency-limit.max = 100000
      wasmwhisk.standalone.activations { max-count = 100000, max-size = 512 m }
      """;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Option(
      names = "--activations",
      paramLabel = "N",
      split = ",",
      defaultValue = "1000,2000,3000,4000,5000",
      description =
          "so many at once, one number after the other; the first that fails is the last (default:"
              + " ${DEFAULT-VALUE})")
  private List<Integer> steps = List.of();

  @Option(
      names = "--sleep",
      paramLabel = "TIME",
      defaultValue = "5s",
      converter = DurationText.class,
      description =
          "how long each sleeps; all of them must be begun in less (default: ${DEFAULT-VALUE})")
  private Duration sleep = Duration.ZERO;

  @Option(
      names = {"-c", "--concurrency"},
      paramLabel = "N",
      defaultValue = "500",
      description = "activations that one container may run at once (default: ${DEFAULT-VALUE})")
  private int perContainer;

  @Option(
      names = "--memory",
      paramLabel = "MB",
      defaultValue = "8",
      description = "the action's memory limit in MB (default: ${DEFAULT-VALUE})")
  private int memoryMb;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "5000",
      description =
          "so many short calls before anything counts: until then a server that was just started"
              + " compiles its own code (default: ${DEFAULT-VALUE})")
  private int warmUp;

  @Mixin private FilesOptions files = new FilesOptions();
  @Mixin private EndpointOptions endpoint = new EndpointOptions();

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(
        ExitCode.OK, ExitCode.UNREACHABLE, ExitCode.NOT_STARTED, ExitCode.BOUND_EXCEEDED);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    CapacitySettings settings = settings();
    byte[] module = FileBytes.read(Launcher.home().resolve("actions/c/sleep.wasm"));
    return endpoint
        .use(
            new EndpointOptions.Wishes(HEAP, CONFIG),
            server -> Observed.use(server, seen -> measure(settings, seen, module)))
        .code();
  }

  private CapacitySettings settings() {
    return CommandFailure.usageUnless(
        () -> new CapacitySettings(steps, sleep, perContainer, memoryMb, PATIENCE, warmUp));
  }

  private ExitCode measure(CapacitySettings settings, Observed seen, byte[] module)
      throws IOException, InterruptedException {
    out().println(seen.machine());
    out().println();
    CapacityReport.printHeader(out());
    CapacityReport report =
        new CapacityBench(settings, seen.client(), seen.process(), this::explain)
            .run(seen.machine(), module, soFar -> soFar.printLast(out()));
    report.printVerdict(out());
    files.write(report::writeJson, new CapacityPlots(report)::write);
    return report.held() ? ExitCode.OK : ExitCode.BOUND_EXCEEDED;
  }
}
