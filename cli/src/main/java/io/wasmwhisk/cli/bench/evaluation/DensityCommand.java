// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.evaluation;

import io.wasmwhisk.cli.bench.density.DensityBench;
import io.wasmwhisk.cli.bench.density.DensityPlots;
import io.wasmwhisk.cli.bench.density.DensityReport;
import io.wasmwhisk.cli.bench.density.DensitySettings;
import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.exit.Subcommand;
import io.wasmwhisk.cli.options.ByteSizeText;
import io.wasmwhisk.cli.options.DurationText;
import io.wasmwhisk.cli.options.FileBytes;
import io.wasmwhisk.cli.options.Launcher;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wasmwhisk bench density}: what do actions take that nobody calls? */
@Command(
    name = "density",
    description = {
      "Look at a server's memory with more and more actions: deployed, in idle containers, running.",
      "Without --apihost and --openwhisk a server of our own is started; of one that runs already,"
          + " --pid names the process. The exit code is 32 when an idle container takes more heap than"
          + " --most, or a figure is not what it seems."
    })
public final class DensityCommand extends Subcommand {
  private static final String HEAP = "1g";

  private static final String CONFIG =
      """
      wasmwhisk.standalone.activations { max-count = 100000, max-size = 512 m }
      """;

  @Option(
      names = "--actions",
      paramLabel = "N",
      split = ",",
      defaultValue = "0,100,1000",
      description = "so many, one number after the other (default: ${DEFAULT-VALUE})")
  private List<Integer> actions = List.of();

  @Option(
      names = "--most",
      paramLabel = "SIZE",
      defaultValue = "16k",
      converter = ByteSizeText.class,
      description =
          "heap that an idle container may take, by the largest number of actions (default:"
              + " ${DEFAULT-VALUE})")
  private long most;

  @Option(
      names = "--looks",
      paramLabel = "N",
      defaultValue = "3",
      description = "at the heap in each state; the least counts (default: ${DEFAULT-VALUE})")
  private int looks;

  @Option(
      names = "--settle",
      paramLabel = "TIME",
      defaultValue = "12s",
      converter = DurationText.class,
      description =
          "wait so long before them: a guest's thread ends after 10 s without one (default:"
              + " ${DEFAULT-VALUE})")
  private Duration settle = Duration.ZERO;

  @Option(
      names = "--sleep",
      paramLabel = "TIME",
      defaultValue = "15s",
      converter = DurationText.class,
      description = "how long the running instances sleep (default: ${DEFAULT-VALUE})")
  private Duration sleep = Duration.ZERO;

  @Option(
      names = "--memory",
      paramLabel = "MB",
      defaultValue = "8",
      description = "each action's memory limit in MB (default: ${DEFAULT-VALUE})")
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
    DensitySettings settings = settings();
    byte[] module = FileBytes.read(Launcher.home().resolve("actions/c/sleep.wasm"));
    return endpoint
        .use(
            new EndpointOptions.Wishes(HEAP, CONFIG),
            server -> Observed.use(server, seen -> measure(settings, seen, module)))
        .code();
  }

  private DensitySettings settings() {
    return CommandFailure.usageUnless(
        () -> new DensitySettings(actions, looks, settle, sleep, memoryMb, most));
  }

  private ExitCode measure(DensitySettings settings, Observed seen, byte[] module)
      throws IOException, InterruptedException {
    if (seen.process().isEmpty()) {
      throw new CommandFailure(
          ExitCode.USAGE, "Of a server that runs already, --pid must name the process.");
    }
    out().println(seen.machine());
    out().println();
    DensityReport.printHeader(out());
    DensityReport report =
        new DensityBench(settings, seen.client(), seen.process().get(), this::explain)
            .run(seen.machine(), module, soFar -> soFar.printLast(out()));
    report.printVerdict(out());
    files.write(report::writeJson, new DensityPlots(report)::write);
    return report.held() ? ExitCode.OK : ExitCode.BOUND_EXCEEDED;
  }
}
