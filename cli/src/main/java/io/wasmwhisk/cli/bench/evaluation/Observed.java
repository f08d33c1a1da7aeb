// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.evaluation;

import io.wasmwhisk.cli.bench.Machine;
import io.wasmwhisk.cli.bench.process.ServerProcess;
import io.wasmwhisk.cli.bench.server.Endpoint;
import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.rest.WhiskClient;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Optional;

/**
 * A server whose process is looked into while it is called.
 *
 * @param machine what a figure must not be quoted without
 * @param client of the server
 * @param process its JVM, where it is on this machine and known
 */
record Observed(String machine, WhiskClient client, Optional<ServerProcess> process) {
  /** What is done with it. */
  @FunctionalInterface
  interface Use {
    ExitCode of(Observed observed) throws IOException, InterruptedException;
  }

  /**
   * Calls the server and looks into its process for as long as it is used.
   *
   * @throws CommandFailure when it does not answer
   * @throws IOException when the process cannot be looked into, or a call fails
   */
  static ExitCode use(Endpoint server, Use use) throws IOException, InterruptedException {
    String machine = "%s; %s".formatted(Machine.words(), server.description());
    try (WhiskClient client = new WhiskClient(server.access())) {
      if (server.pid().isEmpty()) {
        return use.of(new Observed(machine, client, Optional.empty()));
      }
      try (ServerProcess process = new ServerProcess(server.pid().getAsLong())) {
        return use.of(new Observed(machine, client, Optional.of(process)));
      }
    } catch (ConnectException e) {
      throw new CommandFailure(
          ExitCode.UNREACHABLE,
          "Nothing answers at %s. Is the server running? Another one is named by --apihost."
              .formatted(server.access().host()));
    }
  }
}
