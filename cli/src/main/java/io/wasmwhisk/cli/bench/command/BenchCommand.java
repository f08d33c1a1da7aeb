// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.command;

import io.wasmwhisk.cli.bench.evaluation.CapacityCommand;
import io.wasmwhisk.cli.bench.evaluation.ChurnCommand;
import io.wasmwhisk.cli.bench.evaluation.ColdCommand;
import io.wasmwhisk.cli.bench.evaluation.ConcurrencyCommand;
import io.wasmwhisk.cli.bench.evaluation.DensityCommand;
import io.wasmwhisk.cli.bench.evaluation.MixedCommand;
import io.wasmwhisk.cli.bench.evaluation.RestCommand;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.exit.Subcommand;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code wasmwhisk bench}: measurements, each a subcommand. */
@Command(
    name = "bench",
    description = "Measure a server, or the engine.",
    synopsisSubcommandLabel =
        "(all | attack | capacity | churn | cold | concurrency | cpu | density | floor | guests | mixed | rest | restart | soak | start)",
    subcommands = {
      AllCommand.class,
      AttackCommand.class,
      CapacityCommand.class,
      ChurnCommand.class,
      ColdCommand.class,
      ConcurrencyCommand.class,
      CpuCommand.class,
      DensityCommand.class,
      FloorCommand.class,
      GuestsCommand.class,
      MixedCommand.class,
      RestCommand.class,
      RestartCommand.class,
      SoakCommand.class,
      StartCommand.class
    })
public final class BenchCommand extends Subcommand {
  @Override
  public List<ExitCode> exitCodes() {
    return List.of();
  }

  @Override
  public Integer call() {
    explain(
        "Name what to measure: bench all, bench attack, bench capacity, bench churn, bench cold, bench"
            + " concurrency, bench cpu, bench density, bench floor, bench guests, bench mixed, bench"
            + " rest, bench restart, bench soak, bench start.");
    return ExitCode.USAGE.code();
  }
}
