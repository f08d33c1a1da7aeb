// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli;

import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.rest.ActionName;
import io.wasmwhisk.cli.rest.Reply;
import io.wasmwhisk.cli.rest.ServerAccess;
import io.wasmwhisk.cli.rest.WhiskClient;
import java.io.IOException;
import java.net.ConnectException;

/** One call of an OpenWhisk, with its failures in the user's words. */
@FunctionalInterface
interface ServerCall {
  Reply send(WhiskClient client) throws IOException;

  /**
   * Makes the call.
   *
   * @throws CommandFailure when the server does not answer
   */
  default Reply to(ServerAccess access) {
    try (WhiskClient client = new WhiskClient(access)) {
      return send(client);
    } catch (ConnectException e) {
      throw new CommandFailure(
          ExitCode.UNREACHABLE,
          "Nothing answers at %s. Is the server running? Another one is named by --apihost."
              .formatted(access.host()));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.UNREACHABLE, "%s does not answer: %s.".formatted(access.host(), e.getMessage()));
    }
  }

  /** The name of an action as the user wrote it. */
  static ActionName actionName(String text) {
    try {
      return ActionName.parse(text);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, e.getMessage() + ".");
    }
  }

  /** The failure for a reply that is no success. */
  static CommandFailure refusal(Reply reply) {
    ExitCode code =
        switch (reply.status()) {
          case 401, 403 -> ExitCode.UNAUTHORIZED;
          case 404 -> ExitCode.NOT_FOUND;
          case 409 -> ExitCode.CONFLICT;
          default -> ExitCode.REFUSED;
        };
    return new CommandFailure(
        code, "The server answered with status %d: %s".formatted(reply.status(), reply.error()));
  }
}
