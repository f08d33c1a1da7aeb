// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli;

import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.exit.Subcommand;
import io.wasmwhisk.cli.json.JsonMembers;
import io.wasmwhisk.cli.options.ActionParameters;
import io.wasmwhisk.cli.options.ByteSizeText;
import io.wasmwhisk.cli.options.DurationText;
import io.wasmwhisk.cli.options.FileBytes;
import io.wasmwhisk.cli.options.ServerOptions;
import io.wasmwhisk.cli.rest.ActionDocument;
import io.wasmwhisk.cli.rest.ActionName;
import io.wasmwhisk.cli.rest.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wasmwhisk deploy}: a module becomes an action of an OpenWhisk. */
@Command(
    name = "deploy",
    description =
        "Create an action of any OpenWhisk from a module or a zip archive, which may hold JavaScript.")
final class DeployCommand extends Subcommand {
  private static final long MEGABYTE = 1L << 20;

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "NAME, PACKAGE/NAME or /NAMESPACE[/PACKAGE]/NAME")
  private String name = "";

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "a .wasm module, or a .zip archive with one or with JavaScript")
  private Path file = Path.of("");

  @Option(
      names = "--kind",
      defaultValue = "wasm",
      paramLabel = "KIND",
      description = "the runtime's kind (default: ${DEFAULT-VALUE})")
  private String kind = "";

  @Option(
      names = "--main",
      paramLabel = "FUNCTION",
      description = "the entry point, where the module leaves a choice")
  private @Nullable String main;

  @Option(
      names = {"-m", "--memory"},
      paramLabel = "SIZE",
      converter = ByteSizeText.class,
      description = "the limit of memory, as in 256m (default: the server's)")
  private @Nullable Long memory;

  @Option(
      names = {"-t", "--timeout"},
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "the limit of time, as in 500ms or 60s (default: the server's)")
  private @Nullable Duration timeout;

  @Option(
      names = {"-c", "--concurrency"},
      paramLabel = "N",
      description = "activations that one container runs at once (default: the server's)")
  private @Nullable Integer concurrency;

  @Option(names = "--update", description = "replace the action if there is one of this name")
  private boolean update;

  @Mixin private ActionParameters parameters = new ActionParameters();
  @Mixin private ServerOptions server = new ServerOptions();

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(
        ExitCode.OK,
        ExitCode.UNREADABLE_FILE,
        ExitCode.UNREACHABLE,
        ExitCode.UNAUTHORIZED,
        ExitCode.CONFLICT,
        ExitCode.REFUSED);
  }

  @Override
  public Integer call() {
    ActionName action = ServerCall.actionName(name);
    ActionDocument document = document();
    ServerCall call = client -> client.putAction(action, document, update);
    Reply reply = call.to(server.access());
    if (!reply.isOk()) {
      throw ServerCall.refusal(reply);
    }
    out().println("deployed " + name);
    return ExitCode.OK.code();
  }

  private ActionDocument document() {
    return new ActionDocument(
        kind,
        FileBytes.read(file),
        Optional.ofNullable(main),
        Optional.ofNullable(memory).map(DeployCommand::megabytes),
        Optional.ofNullable(timeout).map(Duration::toMillis),
        Optional.ofNullable(concurrency),
        parameters.read(),
        new JsonMembers());
  }

  private static long megabytes(long bytes) {
    if (bytes % MEGABYTE != 0) {
      throw new CommandFailure(
          ExitCode.USAGE, "--memory of %d bytes is no whole number of megabytes.".formatted(bytes));
    }
    return bytes / MEGABYTE;
  }
}
