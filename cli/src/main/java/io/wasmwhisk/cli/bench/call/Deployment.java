// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.call;

import io.wasmwhisk.cli.bench.module.NumberedModule;
import io.wasmwhisk.cli.bench.workload.Kind;
import io.wasmwhisk.cli.bench.workload.Workload;
import io.wasmwhisk.cli.json.JsonMembers;
import io.wasmwhisk.cli.rest.ActionDocument;
import io.wasmwhisk.cli.rest.ActionName;
import io.wasmwhisk.cli.rest.Reply;
import io.wasmwhisk.cli.rest.WhiskClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The actions of a bench, each under a name that the server never heard; one thread's. */
public final class Deployment implements AutoCloseable {
  private final WhiskClient client;
  private final Path actions;
  private final ActionLimits limits;
  private final List<ActionName> deployed = new ArrayList<>();
  private long number = System.currentTimeMillis();

  /**
   * @param actions the distribution's directory of guests
   * @param limits of all of them
   */
  public Deployment(WhiskClient client, Path actions, ActionLimits limits) {
    this.client = client;
    this.actions = actions;
    this.limits = limits;
  }

  /**
   * An action with the program's own code: as others have it, who may have been called before.
   *
   * @throws IOException when the server does not take it; the message has its words
   */
  public DeployedAction put(Kind kind, Workload workload) throws IOException {
    return put(kind, workload, workload.code(actions, kind.language()));
  }

  /**
   * An action with code that does the same and that the server never saw.
   *
   * @throws IOException when the server does not take it; the message has its words
   */
  public DeployedAction putUnseen(Kind kind, Workload workload) throws IOException {
    byte[] code = workload.code(actions, kind.language());
    return put(
        kind,
        workload,
        switch (kind.language()) {
          case WASM -> NumberedModule.of(code, number);
          case JAVASCRIPT ->
              "%s// %d%n"
                  .formatted(new String(code, StandardCharsets.UTF_8), number)
                  .getBytes(StandardCharsets.UTF_8);
        });
  }

  private DeployedAction put(Kind kind, Workload workload, byte[] code) throws IOException {
    ActionName name =
        ActionName.parse("bench-%s-%s-%d".formatted(workload.name(), kind.word(), number++));
    Reply reply = client.putAction(name, document(kind, code), false);
    if (!reply.isOk()) {
      throw new IOException(
          "the server refuses an action of kind %s with status %d: %s"
              .formatted(kind.name(), reply.status(), reply.error()));
    }
    deployed.add(name);
    return new DeployedAction(name, workload);
  }

  private ActionDocument document(Kind kind, byte[] code) {
    return new ActionDocument(
        kind.name(),
        code,
        Optional.empty(),
        limits.memoryMb(),
        Optional.empty(),
        limits.concurrency(),
        new JsonMembers(),
        new JsonMembers());
  }

  /** Removes them all; their containers stay where they wait. */
  public void removeAll() throws IOException {
    for (ActionName name : deployed) {
      client.deleteAction(name);
    }
    deployed.clear();
  }

  @Override
  public void close() throws IOException {
    removeAll();
  }
}
