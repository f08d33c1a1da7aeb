// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.evaluation;

import io.wasmwhisk.cli.bench.mixed.Mix;
import io.wasmwhisk.cli.bench.mixed.MixedBench;
import io.wasmwhisk.cli.bench.mixed.MixedPlots;
import io.wasmwhisk.cli.bench.mixed.MixedReport;
import io.wasmwhisk.cli.bench.mixed.MixedSettings;
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
import java.util.Random;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wasmwhisk bench mixed}: calls that compute among calls that wait. */
@Command(
    name = "mixed",
    description = {
      "Send calls of an action that computes and of one that waits at once, in several proportions,"
          + " on any OpenWhisk.",
      "Without --apihost and --openwhisk a server of our own is started. Every answer is checked."
          + " The exit code is 33 when one was wrong, or did not come."
    })
public final class MixedCommand extends Subcommand {
  private static final int REQUESTS_PER_PROCESSOR = 4;

  @Option(
      names = "--shares",
      paramLabel = "PERCENT",
      split = ",",
      defaultValue = "10,25,50,75,90",
      description = "of the calls that compute (default: ${DEFAULT-VALUE})")
  private List<Integer> shares = List.of();

  @Option(
      names = "--requests",
      paramLabel = "N",
      description = "so many calls at once (default: four for each processor of this machine)")
  private @Nullable Integer requests;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "50",
      description = "of each share (default: ${DEFAULT-VALUE})")
  private int samples;

  @Option(
      names = "--pause",
      paramLabel = "TIME",
      defaultValue = "50ms",
      converter = DurationText.class,
      description = "wait so long before each sample (default: ${DEFAULT-VALUE})")
  private Duration pause = Duration.ZERO;

  @Option(
      names = "--prime",
      paramLabel = "N",
      defaultValue = "20000001",
      description =
          "the number of the prime that is computed; native code takes 0.4 s for the default"
              + " (default: ${DEFAULT-VALUE})")
  private int prime;

  @Mixin private ProgramOptions program = new ProgramOptions();

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(ExitCode.OK, ExitCode.UNREACHABLE, ExitCode.NOT_STARTED, ExitCode.WRONG_OUTPUT);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    MixedSettings settings;
    Workload computing;
    try {
      settings = settings();
      computing = Workload.prime(prime);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
    return program.run(out(), tools -> measure(settings, computing, tools)).code();
  }

  private ExitCode measure(MixedSettings settings, Workload computing, ProgramOptions.Tools tools)
      throws IOException, InterruptedException {
    MixedBench bench =
        new MixedBench(settings, computing, tools.caller(), tools.deployment(), tools.gauge());
    List<Mix> mixes = new ArrayList<>();
    MixedReport.printLegend(out());
    for (Kind kind : tools.kinds()) {
      explain(
          "%s: warm-up, then %d samples of %d calls for each share"
              .formatted(kind.name(), settings.samples(), settings.requests()));
      bench.run(
          kind,
          new Random(1), // the same calls for all kinds
          mix -> {
            MixedReport.print(out(), mix);
            mixes.add(mix);
          });
    }
    MixedReport report = new MixedReport(tools.circumstances(), mixes);
    report.printAbsent(out());
    program.write(report::writeJson, new MixedPlots(mixes)::write);
    return report.isRight() ? ExitCode.OK : ExitCode.WRONG_OUTPUT;
  }

  private MixedSettings settings() {
    int atOnce =
        requests == null
            ? REQUESTS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors()
            : requests;
    return new MixedSettings(shares, atOnce, samples, pause, program.warmUp());
  }
}
