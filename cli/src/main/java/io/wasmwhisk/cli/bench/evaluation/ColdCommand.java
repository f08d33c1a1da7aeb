// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.evaluation;

import io.wasmwhisk.cli.bench.cold.Code;
import io.wasmwhisk.cli.bench.cold.ColdBench;
import io.wasmwhisk.cli.bench.cold.ColdPlots;
import io.wasmwhisk.cli.bench.cold.ColdReport;
import io.wasmwhisk.cli.bench.cold.ColdSettings;
import io.wasmwhisk.cli.bench.cold.Rounds;
import io.wasmwhisk.cli.bench.workload.Workload;
import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.exit.Subcommand;
import io.wasmwhisk.cli.options.DurationText;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wasmwhisk bench cold}: cold starts, alone and together. */
@Command(
    name = "cold",
    description = {
      "Call new actions, 1, 2, … of them at once, on any OpenWhisk. Each hashes a text a thousand"
          + " times.",
      "Without --apihost and --openwhisk a server of our own is started. Every answer is checked."
          + " The exit code is 33 when one was wrong, or did not come."
    })
public final class ColdCommand extends Subcommand {
  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "15",
      description = "end with so many at once (default: ${DEFAULT-VALUE})")
  private int most;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      defaultValue = "3",
      description = "of all rounds (default: ${DEFAULT-VALUE})")
  private int repeats;

  @Option(
      names = "--pause",
      paramLabel = "TIME",
      defaultValue = "500ms",
      converter = DurationText.class,
      description =
          "wait so long before each round. A server whose pool is smaller than all rounds'"
              + " containers together wants the time after which it removes idle ones (default:"
              + " ${DEFAULT-VALUE})")
  private Duration pause = Duration.ZERO;

  @Option(
      names = "--code",
      paramLabel = "WHICH",
      defaultValue = "both",
      description =
          "the actions' code: known (the server ran it before, under other names), new, or both"
              + " (default: ${DEFAULT-VALUE})")
  private String code = "";

  @Mixin private ProgramOptions program = new ProgramOptions();

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(ExitCode.OK, ExitCode.UNREACHABLE, ExitCode.NOT_STARTED, ExitCode.WRONG_OUTPUT);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ColdSettings settings = settings();
    return program.run(out(), tools -> measure(settings, tools)).code();
  }

  private ExitCode measure(ColdSettings settings, ProgramOptions.Tools tools)
      throws IOException, InterruptedException {
    List<Rounds> rounds =
        new ColdBench(
                settings, Workload.SHORT_HASH, tools.caller(), tools.deployment(), tools.gauge())
            .run(tools.kinds(), this::explain);
    ColdReport report = new ColdReport(tools.circumstances(), rounds);
    report.print(out());
    program.write(report::writeJson, new ColdPlots(rounds)::write);
    return report.isRight() ? ExitCode.OK : ExitCode.WRONG_OUTPUT;
  }

  private ColdSettings settings() {
    return CommandFailure.usageUnless(
        () -> new ColdSettings(most, repeats, pause, program.warmUp(), codes()));
  }

  private List<Code> codes() {
    return switch (code) {
      case "known" -> List.of(Code.KNOWN);
      case "new" -> List.of(Code.NEW);
      case "both" -> List.of(Code.KNOWN, Code.NEW);
      default ->
          throw new CommandFailure(
              ExitCode.USAGE, "There is no code '%s': known, new or both.".formatted(code));
    };
  }
}
