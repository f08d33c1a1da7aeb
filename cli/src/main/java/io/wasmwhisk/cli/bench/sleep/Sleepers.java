// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.sleep;

import io.wasmwhisk.cli.json.JsonMembers;
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
import java.util.concurrent.TimeUnit;

/**
 * Begins activations of {@code sleep} as fast as the server takes them, and reads their records.
 */
public final class Sleepers {
  /** Clients at once: enough to keep the server busy, few enough to leave it the processors. */
  private static final int CLIENTS = 16;

  private final WhiskClient client;
  private final Duration sleep;
  private final Duration patience;

  /**
   * @param client of the server
   * @param sleep how long each is to sleep
   * @param patience so long after its sleep a record may come
   */
  public Sleepers(WhiskClient client, Duration sleep, Duration patience) {
    this.client = client;
    this.sleep = sleep;
    this.patience = patience;
  }

  /**
   * Activations that the server was asked for.
   *
   * @param replies the server's, in the order in which they were sent
   * @param nanos when the last one had come, by {@link System#nanoTime}
   */
  public record Begun(List<Future<Reply>> replies, long nanos) {
    /** Copies the list. */
    public Begun {
      replies = List.copyOf(replies);
    }
  }

  /** Begins as many as there are names, by calls that wait for no answer. */
  public Begun begin(List<ActionName> actions) throws InterruptedException {
    JsonMembers parameters = JsonMembers.of("{\"ms\":%d}".formatted(sleep.toMillis()));
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Callable<Reply>> calls = new ArrayList<>();
      for (ActionName action : actions) {
        calls.add(() -> client.invoke(action, parameters, false));
      }
      List<Future<Reply>> replies = clients.invokeAll(calls);
      return new Begun(replies, System.nanoTime());
    }
  }

  /** Waits until those that were begun have slept, and for their records. */
  public Naps await(Begun begun) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(begun.nanos() + sleep.toNanos() - System.nanoTime());
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Callable<Nap>> records = new ArrayList<>();
      for (Future<Reply> reply : begun.replies()) {
        records.add(() -> nap(reply.get()));
      }
      List<Nap> naps = new ArrayList<>();
      for (Future<Nap> nap : clients.invokeAll(records)) {
        naps.add(napOf(nap));
      }
      return new Naps(sleep.toMillis(), naps);
    }
  }

  private Nap nap(Reply reply) throws IOException {
    Optional<String> id = reply.members().string("activationId");
    return id.isPresent()
        ? client
            .awaitRecord(id.get(), sleep.plus(patience))
            .map(Nap::of)
            .orElseGet(() -> new Nap.Lost("activation " + id.get()))
        : new Nap.Refused("status %d: %s".formatted(reply.status(), reply.error()));
  }

  private static Nap napOf(Future<Nap> nap) throws InterruptedException {
    try {
      return nap.get();
    } catch (ExecutionException e) {
      return e.getCause() instanceof ExecutionException unsent
          ? new Nap.Refused("no answer: " + unsent.getCause())
          : new Nap.Lost("no answer: " + e.getCause());
    }
  }
}
