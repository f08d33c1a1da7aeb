// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.evaluation;

import io.wasmwhisk.cli.bench.concurrency.ConcurrencyBench;
import io.wasmwhisk.cli.bench.concurrency.ConcurrencyPlots;
import io.wasmwhisk.cli.bench.concurrency.ConcurrencyReport;
import io.wasmwhisk.cli.bench.concurrency.ConcurrencySettings;
import io.wasmwhisk.cli.bench.concurrency.Level;
import io.wasmwhisk.cli.bench.workload.Kind;
import io.wasmwhisk.cli.bench.workload.Workload;
import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.exit.Subcommand;
import io.wasmwhisk.cli.options.DurationText;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wasmwhisk bench concurrency}: more and more calls in flight. */
@Command(
    name = "concurrency",
    description = {
      "Call an action again and again, with one call more in flight after each step, on any"
          + " OpenWhisk.",
      "Without --apihost and --openwhisk a server of our own is started. Every answer is checked."
          + " The exit code is 33 when one was wrong, or did not come."
    })
public final class ConcurrencyCommand extends Subcommand {
  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "15",
      description = "end with so many in flight (default: ${DEFAULT-VALUE})")
  private int most;

  @Option(
      names = "--step",
      paramLabel = "TIME",
      defaultValue = "5s",
      converter = DurationText.class,
      description = "add one after so long (default: ${DEFAULT-VALUE})")
  private Duration step = Duration.ZERO;

  @Option(
      names = "--programs",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "hello,hash",
      description =
          "which ones: hello, which answers at once; hash, which hashes 100,000 times (default:"
              + " ${DEFAULT-VALUE})")
  private List<String> names = List.of();

  @Mixin private ProgramOptions program = new ProgramOptions();

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(ExitCode.OK, ExitCode.UNREACHABLE, ExitCode.NOT_STARTED, ExitCode.WRONG_OUTPUT);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Workload> workloads = workloads();
    ConcurrencySettings settings = settings();
    return program.run(out(), tools -> measure(settings, workloads, tools)).code();
  }

  private ExitCode measure(
      ConcurrencySettings settings, List<Workload> workloads, ProgramOptions.Tools tools)
      throws IOException, InterruptedException {
    ConcurrencyBench bench =
        new ConcurrencyBench(settings, tools.caller(), tools.deployment(), tools.gauge());
    List<Level> levels = new ArrayList<>();
    ConcurrencyReport.printLegend(out());
    for (Workload workload : workloads) {
      for (Kind kind : tools.kinds()) {
        explain(
            "%s, %s: warm-up, then 1 to %d in flight"
                .formatted(workload.name(), kind.name(), most));
        bench.run(
            kind,
            workload,
            level -> {
              ConcurrencyReport.print(out(), level);
              levels.add(level);
            });
      }
    }
    ConcurrencyReport report = new ConcurrencyReport(tools.circumstances(), levels);
    report.printAbsent(out());
    program.write(report::writeJson, new ConcurrencyPlots(levels)::write);
    return report.isRight() ? ExitCode.OK : ExitCode.WRONG_OUTPUT;
  }

  private ConcurrencySettings settings() {
    return CommandFailure.usageUnless(() -> new ConcurrencySettings(most, step, program.warmUp()));
  }

  private List<Workload> workloads() {
    List<String> known = Workload.LOOPED.stream().map(Workload::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "There is no program %s; there are %s."
                .formatted(name, known.stream().collect(Collectors.joining(", "))));
      }
    }
    return Workload.LOOPED.stream().filter(each -> names.contains(each.name())).toList();
  }
}
