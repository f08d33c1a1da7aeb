// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.call;

import io.wasmwhisk.cli.json.JsonMembers;
import io.wasmwhisk.cli.rest.Reply;
import io.wasmwhisk.cli.rest.WhiskClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Calls actions and judges the answers; used by any number of threads. */
public final class Caller {
  private static final int ACCEPTED = 202;

  private final WhiskClient client;
  private final Duration patience;

  /**
   * @param client of the server
   * @param patience for the record of a call that was answered before it had ended
   */
  public Caller(WhiskClient client, Duration patience) {
    this.client = client;
    this.patience = patience;
  }

  /** One blocking call. A failure is a value: no answer, a wrong one, no record. */
  public Activation call(DeployedAction action) {
    long began = System.nanoTime();
    try {
      Reply reply = client.invoke(action.name(), action.workload().parameters(), true);
      Optional<JsonMembers> record = record(reply);
      long nanos = System.nanoTime() - began;
      return record
          .map(members -> Activation.of(action.workload(), began, nanos, members))
          .orElseGet(() -> Activation.lost(began, nanos, reason(action, reply)));
    } catch (IOException e) {
      return Activation.lost(
          began,
          System.nanoTime() - began,
          "%s: no answer: %s".formatted(action.workload().name(), e));
    }
  }

  private Optional<JsonMembers> record(Reply reply) throws IOException {
    Optional<String> id = reply.members().string("activationId");
    return reply.status() == ACCEPTED && id.isPresent()
        ? client.awaitRecord(id.get(), patience)
        : Optional.of(reply.members()).filter(members -> members.has("response"));
  }

  private static String reason(DeployedAction action, Reply reply) {
    return "%s: status %d: %s".formatted(action.workload().name(), reply.status(), reply.error());
  }

  /** One call of each action, all sent in the same moment; returns when all are over. */
  public List<Activation> callAll(List<DeployedAction> actions) throws InterruptedException {
    CountDownLatch gate = new CountDownLatch(1);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Activation>> calls = new ArrayList<>();
      for (DeployedAction action : actions) {
        calls.add(
            callers.submit(
                () -> {
                  gate.await();
                  return call(action);
                }));
      }
      gate.countDown();
      List<Activation> ended = new ArrayList<>();
      for (Future<Activation> call : calls) {
        ended.add(result(call));
      }
      return ended;
    }
  }

  private static Activation result(Future<Activation> call) throws InterruptedException {
    try {
      return call.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a call failed with what is no answer", e.getCause());
    }
  }
}
