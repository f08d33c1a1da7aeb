// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench;

import io.wasmwhisk.cli.bench.attack.Attack;
import io.wasmwhisk.cli.bench.attack.Ended;
import io.wasmwhisk.cli.bench.attack.Ending;
import io.wasmwhisk.cli.json.JsonMembers;
import io.wasmwhisk.cli.rest.ActionDocument;
import io.wasmwhisk.cli.rest.ActionName;
import io.wasmwhisk.cli.rest.Reply;
import io.wasmwhisk.cli.rest.WhiskClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The actions of one attack on a server, and the calls to them. */
final class Assault {
  /** How long after its deadline a record may come: those of a flood may wait for each other. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration FLOOD_PATIENCE = Duration.ofSeconds(60);

  /** Clients at once: enough to keep the server busy with as much as it takes. */
  private static final int SENDERS = 32;

  private final Attack attack;
  private final WhiskClient client;
  private final List<ActionName> actions;

  Assault(Attack attack, WhiskClient client) {
    this.attack = attack;
    this.client = client;
    this.actions =
        IntStream.range(0, attack.load().actions())
            .mapToObj(i -> ActionName.parse("attack-%s-%d".formatted(attack.name(), i)))
            .toList();
  }

  /** Deploys the actions; the server's words when it refuses one. */
  Optional<String> deploy() throws IOException {
    ActionDocument document =
        ActionDocument.wasm(attack.guest().code())
            .limitedTo(attack.time().toMillis(), attack.memoryMb(), concurrency());
    for (ActionName action : actions) {
      Reply reply = client.putAction(action, document, true);
      if (!reply.isOk()) {
        return Optional.of("status %d: %s".formatted(reply.status(), reply.error()));
      }
    }
    return Optional.empty();
  }

  private int concurrency() {
    return Math.ceilDiv(attack.load().activations(), attack.load().actions());
  }

  /** Removes the actions. */
  void remove() throws IOException {
    for (ActionName action : actions) {
      client.deleteAction(action);
    }
  }

  /** One call of the first action that asks for nothing bad. */
  Ended harmless() {
    return awaited(actions.getFirst(), Attack.HARMLESS);
  }

  /** One activation of the first action; its answer is waited for. */
  Ended single() {
    return awaited(actions.getFirst(), attack.parameters());
  }

  private Ended awaited(ActionName action, String parameters) {
    try {
      return ended(client.invoke(action, JsonMembers.of(parameters), true));
    } catch (IOException e) {
      return Ended.without(Ending.LOST, "no answer: " + e);
    }
  }

  /** The answer to a blocking call, once its record says the same. */
  private Ended ended(Reply reply) throws IOException {
    return id(reply).isPresent() ? recorded(reply) : refused(reply);
  }

  private static Optional<String> id(Reply reply) {
    return reply.members().string("activationId");
  }

  private Ended recorded(Reply reply) throws IOException {
    return client
        .awaitRecord(id(reply).orElse(""), patience())
        .map(Ended::of)
        .orElseGet(() -> Ended.without(Ending.LOST, "no record: " + reply.body()));
  }

  private Duration patience() {
    return attack.time().plus(attack.load().isSingle() ? PATIENCE : FLOOD_PATIENCE);
  }

  private static Ended refused(Reply reply) {
    return Ended.without(
        reply.status() == 429 ? Ending.THROTTLED : Ending.LOST,
        "status %d: %s".formatted(reply.status(), reply.error()));
  }

  /** All activations at once, by calls that wait for no answer; then all records. */
  List<Ended> flood() throws InterruptedException {
    try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
      List<Callable<Reply>> calls = new ArrayList<>();
      for (int i = 0; i < attack.load().activations(); i++) {
        ActionName action = actions.get(i % actions.size());
        calls.add(() -> client.invoke(action, JsonMembers.of(attack.parameters()), false));
      }
      List<Callable<Ended>> records = new ArrayList<>();
      for (Future<Reply> sent : senders.invokeAll(calls)) {
        records.add(() -> ended(sent.get()));
      }
      List<Ended> ended = new ArrayList<>();
      for (Future<Ended> each : senders.invokeAll(records)) {
        ended.add(endOf(each));
      }
      return ended;
    }
  }

  private static Ended endOf(Future<Ended> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      return Ended.without(Ending.LOST, "no answer: " + e.getCause());
    }
  }
}
