// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli;

import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.exit.Subcommand;
import io.wasmwhisk.cli.json.JsonLayout;
import io.wasmwhisk.cli.json.JsonMembers;
import io.wasmwhisk.cli.options.ActionParameters;
import io.wasmwhisk.cli.options.ServerOptions;
import io.wasmwhisk.cli.rest.ActionName;
import io.wasmwhisk.cli.rest.Reply;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wasmwhisk invoke}: one activation of an action of an OpenWhisk. */
@Command(
    name = "invoke",
    description = "Invoke an action of any OpenWhisk and print its activation record.")
final class InvokeCommand extends Subcommand {
  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "NAME, PACKAGE/NAME or /NAMESPACE[/PACKAGE]/NAME")
  private String name = "";

  @Option(
      names = {"-r", "--result"},
      description = "print the result only")
  private boolean resultOnly;

  @Option(
      names = "--no-blocking",
      negatable = true,
      description = "do not wait for the end; print the activation id")
  private boolean nonBlocking;

  @Mixin private ActionParameters parameters = new ActionParameters();
  @Mixin private ServerOptions server = new ServerOptions();

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(
        ExitCode.OK,
        ExitCode.APPLICATION_ERROR,
        ExitCode.UNREADABLE_FILE,
        ExitCode.UNREACHABLE,
        ExitCode.UNAUTHORIZED,
        ExitCode.NOT_FOUND,
        ExitCode.REFUSED,
        ExitCode.ACTION_FAILED,
        ExitCode.STILL_RUNNING);
  }

  @Override
  public Integer call() {
    ActionName action = ServerCall.actionName(name);
    JsonMembers input = parameters.read();
    ServerCall call = client -> client.invoke(action, input, !nonBlocking);
    Reply reply = call.to(server.access());
    JsonMembers record = reply.members();
    if (reply.status() == 202) {
      return accepted(record).code();
    }
    return record
        .object("response")
        .map(response -> ended(record, response).code())
        .orElseThrow(() -> ServerCall.refusal(reply));
  }

  private ExitCode accepted(JsonMembers record) {
    out().println(record.string("activationId").orElse(""));
    if (nonBlocking) {
      return ExitCode.OK;
    }
    explain("The action still runs: the server has stopped waiting for it.");
    return ExitCode.STILL_RUNNING;
  }

  private ExitCode ended(JsonMembers record, JsonMembers response) {
    String result = response.get("result").orElse("{}");
    out().println(JsonLayout.pretty(resultOnly ? result : record.toString()));
    return switch (response.string("status").orElse("")) {
      case "success" -> ExitCode.OK;
      case "application error" -> ExitCode.APPLICATION_ERROR;
      case String status ->
          throw new CommandFailure(
              ExitCode.ACTION_FAILED, "The action failed on the server (%s).".formatted(status));
    };
  }
}
