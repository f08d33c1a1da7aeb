// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.command;

import io.wasmwhisk.cli.bench.evaluation.ColdCommand;
import io.wasmwhisk.cli.bench.evaluation.ConcurrencyCommand;
import io.wasmwhisk.cli.bench.evaluation.MixedCommand;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.exit.Subcommand;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code wasmwhisk bench}: measurements, each a subcommand. */
@Command(
    name = "bench",
    description = "Measure a server, or the engine.",
    synopsisSubcommandLabel = "(attack | cold | concurrency | cpu | floor | guests | mixed | soak)",
    subcommands = {
      AttackCommand.class,
      ColdCommand.class,
      ConcurrencyCommand.class,
      CpuCommand.class,
      FloorCommand.class,
      GuestsCommand.class,
      MixedCommand.class,
      SoakCommand.class
    })
public final class BenchCommand extends Subcommand {
  @Override
  public List<ExitCode> exitCodes() {
    return List.of();
  }

  @Override
  public Integer call() {
    explain(
        "Name what to measure: bench attack, bench cold, bench concurrency, bench cpu, bench floor,"
            + " bench guests, bench mixed, bench soak.");
    return ExitCode.USAGE.code();
  }
}
