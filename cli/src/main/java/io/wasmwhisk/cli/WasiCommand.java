// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli;

import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.exit.Subcommand;
import io.wasmwhisk.cli.guest.GuestEngine;
import io.wasmwhisk.cli.options.ByteSizeText;
import io.wasmwhisk.cli.options.DurationText;
import io.wasmwhisk.cli.options.EngineOption;
import io.wasmwhisk.cli.options.GuestFile;
import io.wasmwhisk.engine.Command.Streams;
import io.wasmwhisk.engine.Outcome;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wasmwhisk wasi}: a plain WASI command with this process's streams. */
@Command(
    name = "wasi",
    description = {
      "Run a plain WASI command with this process's stdin, stdout and stderr.",
      "Ends with the guest's exit code, or with one of those below."
    })
final class WasiCommand extends Subcommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "a .wasm module, or a .zip with one")
  private Path file = Path.of("");

  @Parameters(
      index = "1..*",
      paramLabel = "ARGUMENT",
      description = "the guest's arguments; write -- before them")
  private List<String> arguments = new ArrayList<>();

  @Option(
      names = {"-d", "--dir"},
      paramLabel = "GUEST=HOST",
      description = "a host directory that the guest may read and write, after its name for it")
  private Map<String, Path> directories = new LinkedHashMap<>();

  @Option(
      names = {"-e", "--env"},
      paramLabel = "NAME=VALUE",
      description = "an environment variable; the guest sees no others")
  private Map<String, String> environment = new LinkedHashMap<>();

  @Option(
      names = {"-t", "--timeout"},
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "the limit of time, as in 500ms or 5s (default: none)")
  private @Nullable Duration timeout;

  @Option(
      names = {"-m", "--memory"},
      paramLabel = "SIZE",
      defaultValue = "1g",
      converter = ByteSizeText.class,
      description = "the limit of memory, as in 64m (default: ${DEFAULT-VALUE})")
  private long memory;

  @Mixin private EngineOption engineOption = new EngineOption();

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(
        ExitCode.WASI_TIMED_OUT,
        ExitCode.WASI_NOT_RUNNABLE,
        ExitCode.WASI_UNREADABLE_FILE,
        ExitCode.WASI_TRAPPED,
        ExitCode.WASI_MEMORY_EXHAUSTED);
  }

  @Override
  public Integer call() throws Exception {
    requireDirectories();
    try {
      GuestFile guest = GuestFile.read(file);
      try (GuestEngine engine = GuestEngine.start(engineOption.choice(), this::explain)) {
        return exitCode(engine.run(engine.compile(guest.bytes()), command()).outcome());
      }
    } catch (CommandFailure e) {
      throw new CommandFailure(
          e.exitCode() == ExitCode.UNREADABLE_FILE
              ? ExitCode.WASI_UNREADABLE_FILE
              : ExitCode.WASI_NOT_RUNNABLE,
          String.valueOf(e.getMessage()));
    }
  }

  private void requireDirectories() {
    directories.forEach(
        (guest, host) -> {
          if (!Files.isDirectory(host)) {
            throw new CommandFailure(
                ExitCode.USAGE, "--dir %s=%s: %s is no directory.".formatted(guest, host, host));
          }
        });
  }

  private io.wasmwhisk.engine.Command command() {
    List<String> argv = new ArrayList<>();
    argv.add(String.valueOf(file.getFileName()));
    argv.addAll(arguments);
    return new io.wasmwhisk.engine.Command(
        argv,
        environment,
        directories,
        new Streams(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err)),
        Optional.ofNullable(timeout),
        memory);
  }

  private int exitCode(Outcome outcome) {
    if (outcome instanceof Outcome.Exited exited) {
      return exited.code();
    }
    explain(outcome.describe());
    ExitCode code =
        switch (outcome) {
          case Outcome.Trapped trap -> ExitCode.WASI_TRAPPED;
          case Outcome.TimedOut late -> ExitCode.WASI_TIMED_OUT;
          case Outcome.MemoryExhausted memory -> ExitCode.WASI_MEMORY_EXHAUSTED;
          case Outcome.BudgetExhausted budget -> ExitCode.WASI_MEMORY_EXHAUSTED;
          case Outcome.NotRunnable not -> ExitCode.WASI_NOT_RUNNABLE;
          case Outcome other -> ExitCode.INTERNAL;
        };
    return code.code();
  }
}
