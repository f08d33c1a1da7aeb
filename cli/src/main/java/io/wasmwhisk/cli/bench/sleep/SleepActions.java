// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.sleep;

import io.wasmwhisk.cli.rest.ActionDocument;
import io.wasmwhisk.cli.rest.ActionName;
import io.wasmwhisk.cli.rest.Reply;
import io.wasmwhisk.cli.rest.WhiskClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Actions that sleep, all of the same code, under names that the server never heard. */
public final class SleepActions implements AutoCloseable {
  private final WhiskClient client;
  private final ActionDocument document;
  private final List<ActionName> names = new ArrayList<>();
  private long number = System.currentTimeMillis();

  /**
   * None yet.
   *
   * @param document {@code sleep} of {@code actions/c}, with its limits
   */
  public SleepActions(WhiskClient client, ActionDocument document) {
    this.client = client;
    this.document = document;
  }

  /**
   * Deploys so many more.
   *
   * @return all that are there
   * @throws IOException when the server refuses one; the message has its words
   */
  public List<ActionName> deploy(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      ActionName name = ActionName.parse("sleep-%d".formatted(++number));
      Reply reply = client.putAction(name, document, false);
      if (!reply.isOk()) {
        throw new IOException(
            "the server refuses an action with status %d: %s"
                .formatted(reply.status(), reply.error()));
      }
      names.add(name);
    }
    return List.copyOf(names);
  }

  /** Removes them; their containers stay where they wait. */
  @Override
  public void close() throws IOException {
    for (ActionName name : names) {
      client.deleteAction(name);
    }
    names.clear();
  }
}
