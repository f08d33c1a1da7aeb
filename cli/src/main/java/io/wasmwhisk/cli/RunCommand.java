// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli;

import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.exit.Subcommand;
import io.wasmwhisk.cli.guest.ActivationVariables;
import io.wasmwhisk.cli.guest.GuestEngine;
import io.wasmwhisk.cli.json.JsonLayout;
import io.wasmwhisk.cli.json.JsonMembers;
import io.wasmwhisk.cli.options.ActionParameters;
import io.wasmwhisk.cli.options.ByteSizeText;
import io.wasmwhisk.cli.options.CapabilityOptions;
import io.wasmwhisk.cli.options.DurationText;
import io.wasmwhisk.cli.options.EngineOption;
import io.wasmwhisk.cli.options.GuestFile;
import io.wasmwhisk.engine.CompiledModule;
import io.wasmwhisk.engine.Completion;
import io.wasmwhisk.engine.DirectoryGrant;
import io.wasmwhisk.engine.Invocation;
import io.wasmwhisk.engine.Limits;
import io.wasmwhisk.engine.Outcome;
import io.wasmwhisk.engine.SnapshotSource;
import io.wasmwhisk.invoker.capability.CapabilityGrants;
import io.wasmwhisk.invoker.capability.Granted;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wasmwhisk run}: one activation of a module, without a server. */
@Command(
    name = "run",
    description = {
      "Run one activation of a module, without a server.",
      "The result goes to stdout, the log lines go to stderr."
    })
final class RunCommand extends Subcommand {
  @Parameters(
      paramLabel = "FILE",
      description = "a .wasm module, a .js file, or a .zip archive with either")
  private Path file = Path.of("");

  @Option(
      names = {"-e", "--env"},
      paramLabel = "NAME=VALUE",
      description =
          "an environment variable; the __OW_ variables of an activation are there anyway")
  private Map<String, String> environment = new LinkedHashMap<>();

  @Option(
      names = {"-t", "--timeout"},
      paramLabel = "TIME",
      defaultValue = "60s",
      converter = DurationText.class,
      description = "the limit of time, as in 500ms or 5s (default: ${DEFAULT-VALUE})")
  private Duration timeout = Duration.ZERO;

  @Option(
      names = {"-m", "--memory"},
      paramLabel = "SIZE",
      defaultValue = "256m",
      converter = ByteSizeText.class,
      description = "the limit of memory, as in 64m (default: ${DEFAULT-VALUE})")
  private long memory;

  @Option(names = "--raw", description = "print the result as the guest wrote it")
  private boolean raw;

  @Mixin private CapabilityOptions capabilities = new CapabilityOptions();

  @Mixin private ActionParameters parameters = new ActionParameters();

  @Mixin private EngineOption engineOption = new EngineOption();

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(
        ExitCode.OK,
        ExitCode.APPLICATION_ERROR,
        ExitCode.TRAPPED,
        ExitCode.TIMED_OUT,
        ExitCode.MEMORY_EXHAUSTED,
        ExitCode.BAD_RESULT,
        ExitCode.GUEST_EXIT,
        ExitCode.RESULT_TOO_LARGE,
        ExitCode.NOT_RUNNABLE,
        ExitCode.INVALID_MODULE,
        ExitCode.UNREADABLE_FILE);
  }

  @Override
  public Integer call() throws Exception {
    JsonMembers input = parameters.read();
    GuestFile guest = GuestFile.read(file);
    Limits limits = limits();
    try (CapabilityGrants grants = capabilities.grants(environment);
        GuestEngine engine = GuestEngine.start(engineOption.choice(), this::explain)) {
      Granted granted = capabilities.grant(grants, guest.manifest());
      CompiledModule module =
          engine.compile(guest.bytes(), snapshot(guest, granted, limits), guest.engine());
      Map<String, String> variables =
          ActivationVariables.of(guest.name(), timeout, Clock.systemUTC());
      variables.putAll(environment);
      return ended(
              engine.run(
                  module,
                  new Invocation(
                      Invocation.SOLE_OWNER,
                      input.toString(),
                      variables,
                      guest.files(),
                      limits,
                      granted.capabilities(),
                      guest.arguments())))
          .code();
    }
  }

  private static Optional<SnapshotSource> snapshot(
      GuestFile guest, Granted granted, Limits limits) {
    List<String> directories =
        granted.capabilities().directories().stream().map(DirectoryGrant::guestPath).toList();
    return guest
        .snapshot()
        .map(
            request ->
                new SnapshotSource(
                    Invocation.SOLE_OWNER, request, guest.files(), directories, limits));
  }

  private Limits limits() {
    try {
      return Limits.DEFAULTS.withTime(timeout).withMemoryBytes(memory);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, "Wrong limits: " + e.getMessage() + ".");
    }
  }

  private ExitCode ended(Completion completion) {
    completion.logs().forEach(line -> err().println(line.text()));
    if (completion.logsTruncated()) {
      explain(
          "Log lines were dropped at the limit of %d bytes.".formatted(Limits.DEFAULTS.logBytes()));
    }
    Outcome outcome = completion.outcome();
    if (outcome instanceof Outcome.Result result) {
      out().println(raw ? result.json() : JsonLayout.pretty(result.json()));
      return isApplicationError(result.json()) ? ExitCode.APPLICATION_ERROR : ExitCode.OK;
    }
    explain(outcome.describe() + advice(outcome));
    return exitCode(outcome);
  }

  /** An object with a member {@code error}, as OpenWhisk decides it (ActivationResponse). */
  private static boolean isApplicationError(String json) {
    return json.stripLeading().startsWith("{") && JsonMembers.of(json).has("error");
  }

  private static String advice(Outcome outcome) {
    return switch (outcome) {
      case Outcome.TimedOut late -> " More is given by --timeout.";
      case Outcome.MemoryExhausted memory -> " More is given by --memory.";
      case Outcome.BudgetExhausted budget ->
          " It is half of the JVM's heap; more is given by JAVA_TOOL_OPTIONS=-Xmx….";
      case Outcome other -> "";
    };
  }

  private static ExitCode exitCode(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Result result -> ExitCode.OK;
      case Outcome.Trapped trap -> ExitCode.TRAPPED;
      case Outcome.TimedOut late -> ExitCode.TIMED_OUT;
      case Outcome.CpuExhausted cpu -> ExitCode.TIMED_OUT;
      case Outcome.MemoryExhausted memory -> ExitCode.MEMORY_EXHAUSTED;
      case Outcome.BudgetExhausted budget -> ExitCode.MEMORY_EXHAUSTED;
      case Outcome.BadResult bad -> ExitCode.BAD_RESULT;
      case Outcome.Exited exited -> ExitCode.GUEST_EXIT;
      case Outcome.Failed failed -> ExitCode.GUEST_EXIT;
      case Outcome.ResultTooLarge large -> ExitCode.RESULT_TOO_LARGE;
      case Outcome.NotRunnable not -> ExitCode.NOT_RUNNABLE;
      case Outcome.Cancelled cancelled -> ExitCode.INTERNAL;
      case Outcome.Overloaded overloaded -> ExitCode.INTERNAL;
      case Outcome.NeverStarted never -> ExitCode.TIMED_OUT;
    };
  }
}
