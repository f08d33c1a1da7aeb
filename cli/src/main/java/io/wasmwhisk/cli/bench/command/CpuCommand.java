// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.command;

import io.wasmwhisk.cli.bench.Machine;
import io.wasmwhisk.cli.bench.contender.Circumstances;
import io.wasmwhisk.cli.bench.contender.Contender;
import io.wasmwhisk.cli.bench.contender.Work;
import io.wasmwhisk.cli.bench.contender.own.OwnEngines;
import io.wasmwhisk.cli.bench.contender.peer.Peers;
import io.wasmwhisk.cli.bench.cpu.CpuBench;
import io.wasmwhisk.cli.bench.cpu.CpuPlots;
import io.wasmwhisk.cli.bench.cpu.CpuReport;
import io.wasmwhisk.cli.bench.cpu.CpuResult;
import io.wasmwhisk.cli.bench.cpu.CpuSettings;
import io.wasmwhisk.cli.bench.cpu.Program;
import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.exit.Subcommand;
import io.wasmwhisk.cli.options.DurationText;
import io.wasmwhisk.cli.options.Launcher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wasmwhisk bench cpu}: what work for the processor takes. */
@Command(
    name = "cpu",
    description = {
      "Run programs that take native code 100 ms, from their compilation to their fiftieth"
          + " activation, engine only, beside native code and the runtimes found on this machine.",
      "Every output is checked. The exit code is 33 when one of ours was wrong."
    })
final class CpuCommand extends Subcommand {
  private static final Duration WARM_UP = Duration.ofSeconds(3);

  @Option(
      names = "--programs",
      paramLabel = "NAME",
      split = ",",
      description =
          "which ones, of nop, cat-sync, nbody, fannkuch-redux, mandelbrot, binary-trees, hash,"
              + " prime, sha256, json (default: all)")
  private List<String> names = Program.names();

  @Option(
      names = "--activations",
      paramLabel = "N",
      defaultValue = "50",
      description = "of each program, one after the other (default: ${DEFAULT-VALUE})")
  private int activations;

  @Option(
      names = "--time",
      paramLabel = "TIME",
      defaultValue = "12s",
      converter = DurationText.class,
      description =
          "each program with each runtime takes so long at most (default: ${DEFAULT-VALUE})")
  private Duration time = Duration.ZERO;

  @Option(names = "--json", paramLabel = "FILE", description = "write the samples to this file")
  private @Nullable Path json;

  @Option(
      names = "--plot",
      paramLabel = "DIR",
      description = "write plots into this directory, as PNG and SVG")
  private @Nullable Path plots;

  @Mixin private ContenderOptions contenderOptions = new ContenderOptions();

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(ExitCode.OK, ExitCode.WRONG_OUTPUT);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Program> programs = programs();
    CpuSettings settings = settings();
    String machine = Machine.words();
    out().println(machine);
    try (Scratch scratch = Scratch.make();
        OwnEngines engines = contenderOptions.start()) {
      engines.descriptions().forEach(out()::println);
      out().println();
      out().flush();
      Peers peers = contenderOptions.find();
      List<String> absent = new ArrayList<>();
      if (contenderOptions.wanted()) {
        absent.addAll(peers.absent());
        absent.addAll(peers.absentCompiler());
      }
      CpuBench bench = new CpuBench(settings, this::explain);
      bench.warm(engines.contenders(Program.ALL.get(0).work(actions()), absent), WARM_UP);
      CpuReport.printLegend(out());
      List<CpuResult> results = new ArrayList<>();
      for (Program program : programs) {
        CpuResult result = measure(bench, program, engines, peers, scratch.directory(), absent);
        CpuReport.print(out(), result, activations);
        results.add(result);
      }
      return report(new CpuReport(new Circumstances(machine, absent), results), results).code();
    }
  }

  private static CpuResult measure(
      CpuBench bench,
      Program program,
      OwnEngines engines,
      Peers peers,
      Path scratch,
      List<String> absent)
      throws IOException, InterruptedException {
    Work work = program.work(actions());
    List<Contender> contenders = new ArrayList<>(engines.contenders(work, absent));
    contenders.addAll(peers.embedded(scratch, work, absent));
    contenders.addAll(peers.started(scratch, work, absent));
    contenders.addAll(
        peers.compiled(
            program.source(actions()), actions().resolve("c/include"), scratch, work, absent));
    try {
      return bench.run(program, contenders);
    } finally {
      contenders.forEach(Contender::close);
    }
  }

  private ExitCode report(CpuReport report, List<CpuResult> results) throws IOException {
    report.printSummary(out());
    if (json != null) {
      report.writeJson(json);
    }
    if (plots != null) {
      new CpuPlots(results).write(plots);
    }
    return results.stream().allMatch(CpuResult::isRight) ? ExitCode.OK : ExitCode.WRONG_OUTPUT;
  }

  private static Path actions() {
    return Launcher.home().resolve("actions");
  }

  private List<Program> programs() {
    for (String name : names) {
      if (!Program.names().contains(name)) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "There is no program %s; there are %s."
                .formatted(name, String.join(", ", Program.names())));
      }
    }
    return Program.ALL.stream().filter(program -> names.contains(program.name())).toList();
  }

  private CpuSettings settings() {
    return CommandFailure.usageUnless(
        () -> new CpuSettings(activations, Duration.ofSeconds(5), time));
  }
}
