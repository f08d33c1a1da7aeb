// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli;

import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.exit.Subcommand;
import io.wasmwhisk.cli.guest.GuestEngine;
import io.wasmwhisk.cli.options.DurationText;
import io.wasmwhisk.cli.options.EngineOption;
import io.wasmwhisk.cli.options.GuestFile;
import io.wasmwhisk.engine.Invocation;
import io.wasmwhisk.engine.Limits;
import io.wasmwhisk.engine.SnapshotSource;
import io.wasmwhisk.engine.snapshot.SnapshotRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wasmwhisk snapshot}: a module that is initialised, as a module. */
@Command(
    name = "snapshot",
    description = {
      "Run a module's initialisation once and write what it has become, as a module.",
      "The result runs wherever the module does, and begins where the initialisation ended."
    })
final class SnapshotCommand extends Subcommand {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "a .wasm module, or a .zip archive with one and the files that it reads")
  private Path file = Path.of("");

  @Parameters(index = "1", paramLabel = "RESULT", description = "where the snapshot goes")
  private Path result = Path.of("");

  @Option(
      names = "--initialize",
      paramLabel = "FUNCTION",
      defaultValue = SnapshotRequest.DEFAULT_INITIALIZE,
      description = "the exported function that is run once (default: ${DEFAULT-VALUE})")
  private String initialize = "";

  @Option(
      names = "--renew",
      paramLabel = "FUNCTION",
      description = "the one that every instance begins with, and that renews random numbers")
  private @Nullable String renew;

  @Option(
      names = "--start",
      paramLabel = "FUNCTION",
      description = "the one that becomes the snapshot's _start")
  private @Nullable String start;

  @Option(
      names = {"-t", "--timeout"},
      paramLabel = "TIME",
      defaultValue = "60s",
      converter = DurationText.class,
      description = "the limit of time, as in 500ms or 5s (default: ${DEFAULT-VALUE})")
  private Duration timeout = Duration.ZERO;

  @Mixin private EngineOption engineOption = new EngineOption();

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(ExitCode.OK, ExitCode.INVALID_MODULE, ExitCode.UNREADABLE_FILE);
  }

  @Override
  public Integer call() {
    GuestFile guest = GuestFile.read(file);
    SnapshotSource source =
        new SnapshotSource(
            Invocation.SOLE_OWNER,
            new SnapshotRequest(initialize, Optional.ofNullable(renew), Optional.ofNullable(start)),
            guest.files(),
            List.of(),
            Limits.DEFAULTS.withTime(timeout));
    try (GuestEngine engine = GuestEngine.start(engineOption.choice(), this::explain)) {
      byte[] snapshot = engine.snapshot(guest.bytes(), source);
      Files.write(result, snapshot);
      explain("%d bytes are in %s.".formatted(snapshot.length, result));
      return ExitCode.OK.code();
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.UNREADABLE_FILE, "%s cannot be written: %s.".formatted(result, e.getMessage()));
    }
  }
}
