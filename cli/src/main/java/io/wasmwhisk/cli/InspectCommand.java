// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli;

import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.exit.Subcommand;
import io.wasmwhisk.cli.guest.GuestEngine;
import io.wasmwhisk.cli.guest.ModuleDescription;
import io.wasmwhisk.cli.json.JsonLayout;
import io.wasmwhisk.cli.options.EngineOption;
import io.wasmwhisk.cli.options.GuestFile;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wasmwhisk inspect}: what a module is, and whether it runs as an action. */
@Command(
    name = "inspect",
    description = "Say what a module is, what it wants, and whether it runs as an action.")
final class InspectCommand extends Subcommand {
  @Parameters(
      paramLabel = "FILE",
      description = "a .wasm module, a .js file, or a .zip archive with either")
  private Path file = Path.of("");

  @Option(names = "--json", description = "print a JSON object")
  private boolean json;

  @Mixin private EngineOption engineOption = new EngineOption();

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(
        ExitCode.OK, ExitCode.NOT_RUNNABLE, ExitCode.INVALID_MODULE, ExitCode.UNREADABLE_FILE);
  }

  @Override
  public Integer call() {
    GuestFile guest = GuestFile.read(file);
    try (GuestEngine engine = GuestEngine.start(engineOption.choice(), this::explain)) {
      ModuleDescription description = engine.describe(guest.bytes(), guest.manifest());
      out().print(json ? JsonLayout.pretty(description.json()) + "\n" : description.text());
      return (description.obstacle().isEmpty() ? ExitCode.OK : ExitCode.NOT_RUNNABLE).code();
    }
  }
}
