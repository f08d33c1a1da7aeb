// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli;

import io.wasmwhisk.cli.bench.command.BenchCommand;
import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.exit.Subcommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code wasmwhisk} command, parent of all subcommands. */
@Command(
    name = "wasmwhisk",
    description = "Apache OpenWhisk actions as WebAssembly, inside the JVM.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Version.class,
    usageHelpAutoWidth = true,
    subcommands = {
      StandaloneCommand.class,
      RunCommand.class,
      WasiCommand.class,
      ConformanceCommand.class,
      InspectCommand.class,
      SnapshotCommand.class,
      DeployCommand.class,
      InvokeCommand.class,
      BenchCommand.class
    },
    footer = {
      "",
      "wasmwhisk COMMAND --help tells a command's options and exit codes; docs/cli.md tells all."
    })
public final class WasmWhisk implements Callable<Integer> {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "print this help")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "print the version")
  private boolean version;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "print the stack trace of an internal error")
  private boolean debug;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private WasmWhisk() {}

  /** Without a subcommand there is nothing to do but to help. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE.code();
  }

  /** Runs the command and ends the process with its {@link ExitCode}. */
  public static void main(String[] arguments) {
    PrintWriter out = utf8(FileDescriptor.out);
    PrintWriter err = utf8(FileDescriptor.err);
    int code = execute(out, err, arguments);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /**
   * Runs the command.
   *
   * @return its exit code
   */
  static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    WasmWhisk parent = new WasmWhisk();
    CommandLine command = new CommandLine(parent);
    documentExitCodes(command);
    return command
        .setOut(out)
        .setErr(err)
        .setExpandAtFiles(false)
        .setParameterExceptionHandler(WasmWhisk::explainUsage)
        .setExecutionExceptionHandler((e, failed, parsed) -> parent.explain(e, failed))
        .execute(arguments);
  }

  private static void documentExitCodes(CommandLine command) {
    if (command.getCommand() instanceof Subcommand subcommand) {
      command
          .getCommandSpec()
          .usageMessage()
          .exitCodeListHeading("%nExit codes:%n")
          .exitCodeList(ExitCode.list(subcommand.exitCodes()));
    }
    command.getSubcommands().values().forEach(WasmWhisk::documentExitCodes);
  }

  private static int explainUsage(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    command.getErr().println("wasmwhisk: " + e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
    command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE.code();
  }

  private int explain(Exception e, CommandLine command) {
    if (e instanceof CommandFailure failure) {
      command.getErr().println("wasmwhisk: " + failure.getMessage());
      return failure.exitCode().code();
    }
    command.getErr().println("wasmwhisk: internal error: " + e);
    if (debug) {
      e.printStackTrace(command.getErr());
    }
    return ExitCode.INTERNAL.code();
  }

  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
