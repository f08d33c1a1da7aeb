// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.floor;

import io.wasmwhisk.cli.bench.module.NumberedModule;
import io.wasmwhisk.cli.json.JsonMembers;
import io.wasmwhisk.cli.rest.ActionDocument;
import io.wasmwhisk.cli.rest.ActionName;
import io.wasmwhisk.cli.rest.Reply;
import io.wasmwhisk.cli.rest.WhiskClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The actions of both sides: the same code, under names that the server never heard. */
final class FloorActions implements AutoCloseable {
  private static final JsonMembers PARAMETERS = JsonMembers.of("{\"name\":\"World\"}");

  private final WhiskClient client;
  private final byte[] hello;
  private final List<ActionName> deployed = new ArrayList<>();
  private long number = System.currentTimeMillis();

  FloorActions(WhiskClient client, byte[] hello) {
    this.client = client;
    this.hello = hello.clone();
  }

  /** Deploys an action of each side, whose code is as new to the server as the phase wants it. */
  Pair<ActionName> deploy(Phase phase) throws IOException {
    number++;
    byte[] code =
        switch (phase) {
          case WARM, COLD -> hello;
          case NEW_CODE -> NumberedModule.of(hello, number);
        };
    return new Pair<>(put(Side.WASM, code), put(Side.ECHO, code));
  }

  private ActionName put(Side side, byte[] code) throws IOException {
    ActionName name =
        ActionName.parse("floor-%s-%d".formatted(side.name().toLowerCase(Locale.ROOT), number));
    Reply reply = client.putAction(name, ActionDocument.wasm(code).ofKind(side.kind()), false);
    if (!reply.isOk()) {
      throw new IOException(
          "the server refuses an action of kind %s: %s".formatted(side.kind(), reply.error()));
    }
    deployed.add(name);
    return name;
  }

  Call call(ActionName name) throws IOException {
    long start = System.nanoTime();
    Reply reply = client.invoke(name, PARAMETERS, true);
    return Call.of(reply, System.nanoTime() - start);
  }

  /** Removes the actions; their containers stay where they wait. */
  @Override
  public void close() throws IOException {
    for (ActionName name : deployed) {
      client.deleteAction(name);
    }
  }
}
