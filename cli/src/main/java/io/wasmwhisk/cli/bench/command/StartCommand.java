// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.command;

import io.wasmwhisk.cli.bench.Machine;
import io.wasmwhisk.cli.bench.start.StartBench;
import io.wasmwhisk.cli.bench.start.StartReport;
import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.exit.Subcommand;
import io.wasmwhisk.cli.options.Launcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wasmwhisk bench start}: how long does one wait for the command itself? */
@Command(
    name = "start",
    description = {
      "Start run of hello, and standalone until it answers, again and again.",
      "The exit code is 32 when the median of run is above 600 ms, or that of standalone above 2500."
    })
final class StartCommand extends Subcommand {
  @Option(
      names = "--repeats",
      paramLabel = "N",
      defaultValue = "7",
      description = "start each so often (default: ${DEFAULT-VALUE})")
  private int repeats;

  @Option(names = "--json", paramLabel = "FILE", description = "write the samples to this file")
  private @Nullable Path json;

  @Option(
      names = "--plot",
      paramLabel = "DIR",
      description = "write a plot into this directory, as PNG and SVG")
  private @Nullable Path plots;

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(ExitCode.OK, ExitCode.BOUND_EXCEEDED);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (repeats < 1) {
      throw new CommandFailure(ExitCode.USAGE, "%d starts are none.".formatted(repeats));
    }
    String machine = Machine.words();
    out().println(machine);
    out().println();
    out().flush();
    Path hello = Launcher.home().resolve("actions/c/hello.wasm");
    StartReport report =
        new StartBench(Launcher.script(), hello, this::explain).run(machine, repeats);
    report.print(out());
    if (json != null) {
      report.writeJson(json);
    }
    if (plots != null) {
      report.plot(plots);
    }
    return (report.held() ? ExitCode.OK : ExitCode.BOUND_EXCEEDED).code();
  }
}
