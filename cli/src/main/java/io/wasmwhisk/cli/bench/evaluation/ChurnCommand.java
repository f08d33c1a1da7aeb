// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.evaluation;

import io.wasmwhisk.cli.bench.churn.ChurnBench;
import io.wasmwhisk.cli.bench.churn.ChurnPlots;
import io.wasmwhisk.cli.bench.churn.ChurnReport;
import io.wasmwhisk.cli.bench.churn.ChurnSettings;
import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.exit.Subcommand;
import io.wasmwhisk.cli.options.DurationText;
import io.wasmwhisk.cli.options.Launcher;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wasmwhisk bench churn}: does it collapse when there are too many functions to be warm? */
@Command(
    name = "churn",
    description = {
      "Call hello at a steady rate, as one function, as ten, and so on, each with code of its own, of"
          + " which the server may keep a few in containers (Shillaker's experiment).",
      "Without --apihost and --openwhisk a server of our own is started. The exit code is 32 when"
          + " fewer than nine tenths of the calls are answered as fast as they come, or one wrongly"
          + " or not at all."
    })
public final class ChurnCommand extends Subcommand {
  private static final String HEAP = "1g";
  private static final double LEAST_SHARE = 0.9;

  @Option(
      names = "--functions",
      paramLabel = "N",
      split = ",",
      defaultValue = "1,10,100,1000",
      description = "so many, one number after the other (default: ${DEFAULT-VALUE})")
  private List<Integer> functions = List.of();

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "40",
      description =
          "calls a second, which go to the functions in turns (default: ${DEFAULT-VALUE})")
  private double rate;

  @Option(
      names = "--time",
      paramLabel = "TIME",
      defaultValue = "30s",
      converter = DurationText.class,
      description = "call each number of functions so long (default: ${DEFAULT-VALUE})")
  private Duration time = Duration.ZERO;

  @Option(
      names = "--warm-up",
      paramLabel = "TIME",
      defaultValue = "10s",
      converter = DurationText.class,
      description = "and before that so long without counting (default: ${DEFAULT-VALUE})")
  private Duration warmUp = Duration.ZERO;

  @Option(
      names = "--containers",
      paramLabel = "N",
      defaultValue = "64",
      description =
          "a server that is started may keep so many containers; the next one makes it remove"
              + " another (default: ${DEFAULT-VALUE})")
  private int containers;

  @Option(
      names = "--memory",
      paramLabel = "MB",
      defaultValue = "16",
      description = "each function's memory limit in MB (default: ${DEFAULT-VALUE})")
  private int memoryMb;

  @Mixin private FilesOptions files = new FilesOptions();
  @Mixin private EndpointOptions endpoint = new EndpointOptions();

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(
        ExitCode.OK, ExitCode.UNREACHABLE, ExitCode.NOT_STARTED, ExitCode.BOUND_EXCEEDED);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ChurnSettings settings = settings();
    return endpoint
        .use(
            new EndpointOptions.Wishes(HEAP, config()),
            server -> Observed.use(server, seen -> measure(settings, seen)))
        .code();
  }

  /** What all containers may have together is how many there can be. */
  private String config() {
    return """
        whisk.memory { min = %1$d m, std = %1$d m, max = %1$d m }
        whisk.container-pool.user-memory = %2$d m
        """
        .formatted(memoryMb, (long) containers * memoryMb);
  }

  private ChurnSettings settings() {
    return CommandFailure.usageUnless(
        () -> new ChurnSettings(functions, rate, warmUp, time, memoryMb, LEAST_SHARE));
  }

  private ExitCode measure(ChurnSettings settings, Observed seen)
      throws IOException, InterruptedException {
    out().println(seen.machine());
    out().println();
    ChurnReport.printHeader(out());
    ChurnReport report =
        new ChurnBench(settings, seen.client(), seen.process(), this::explain)
            .run(
                seen.machine(),
                Launcher.home().resolve("actions"),
                soFar -> soFar.printLast(out()));
    report.printVerdict(out());
    files.write(report::writeJson, new ChurnPlots(report)::write);
    return report.held() ? ExitCode.OK : ExitCode.BOUND_EXCEEDED;
  }
}
