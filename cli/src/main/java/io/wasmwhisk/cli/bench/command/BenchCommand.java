// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.command;

import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.exit.Subcommand;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code wasmwhisk bench}: measurements, each a subcommand. */
@Command(
    name = "bench",
    description = "Measure a server, or the engine.",
    synopsisSubcommandLabel = "(attack | cpu | floor | guests | soak)",
    subcommands = {
      AttackCommand.class,
      CpuCommand.class,
      FloorCommand.class,
      GuestsCommand.class,
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
        "Name what to measure: bench attack, bench cpu, bench floor, bench guests, bench soak.");
    return ExitCode.USAGE.code();
  }
}
