// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.load;

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
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * All neighbours under load, in a closed loop: each has some callers, and each caller begins a call
 * at its next tick after the answer to the one before. So a server that is too slow gets fewer
 * calls, and not ever more of them.
 */
public final class Neighbours implements AutoCloseable {
  private static final long MEMORY_MB = 64;
  private static final long TIME_MILLIS = 20_000;
  private static final int CONCURRENCY = 50;
  private static final int CALLERS = 2;
  private static final Duration RECORD_TIME = Duration.ofSeconds(20);

  private final WhiskClient client;
  private final String prefix;
  private final AtomicLong numbers = new AtomicLong();
  private final Queue<NeighbourCall> ended = new ConcurrentLinkedQueue<>();
  private final List<Thread> callers = new ArrayList<>();

  private Neighbours(WhiskClient client, String prefix) {
    this.client = client;
    this.prefix = prefix;
  }

  /**
   * Deploys them and begins to call.
   *
   * @param prefix of the actions' names
   * @param pace between two calls of the same neighbour
   * @throws IOException when the server does not take them
   */
  public static Neighbours start(WhiskClient client, String prefix, Duration pace)
      throws IOException {
    Neighbours neighbours = new Neighbours(client, prefix);
    for (Neighbour each : Neighbour.ALL) {
      neighbours.deploy(each);
      for (int i = 0; i < CALLERS; i++) {
        neighbours.callers.add(
            Thread.ofPlatform()
                .daemon()
                .name("caller-" + each.name() + "-" + i)
                .start(() -> neighbours.keepCalling(each, pace.multipliedBy(CALLERS))));
      }
    }
    return neighbours;
  }

  /** The names of their actions. */
  public List<ActionName> actions() {
    return Neighbour.ALL.stream().map(this::action).toList();
  }

  /** The calls that ended since the last time this was asked. */
  public List<NeighbourCall> takeEnded() {
    List<NeighbourCall> taken = new ArrayList<>();
    for (NeighbourCall call = ended.poll(); call != null; call = ended.poll()) {
      taken.add(call);
    }
    return taken;
  }

  private ActionName action(Neighbour neighbour) {
    return ActionName.parse(prefix + neighbour.name());
  }

  private void deploy(Neighbour neighbour) throws IOException {
    Reply reply =
        client.putAction(
            action(neighbour),
            ActionDocument.wasm(neighbour.guest().code())
                .limitedTo(TIME_MILLIS, MEMORY_MB, CONCURRENCY),
            true);
    if (!reply.isOk()) {
      throw new IOException(
          "neighbour %s is refused: %s".formatted(neighbour.name(), reply.error()));
    }
  }

  private void keepCalling(Neighbour neighbour, Duration pace) {
    while (!Thread.currentThread().isInterrupted()) {
      long start = System.nanoTime();
      ended.add(call(neighbour, start));
      long gone = System.nanoTime() - start;
      LockSupport.parkNanos(pace.toNanos() - gone % pace.toNanos());
    }
  }

  private NeighbourCall call(Neighbour neighbour, long start) {
    long number = numbers.getAndIncrement();
    String parameters = neighbour.parameters().apply(number);
    try {
      Reply reply = client.invoke(action(neighbour), JsonMembers.of(parameters), true);
      long nanos = System.nanoTime() - start;
      Optional<String> complaint = complaint(neighbour, number, parameters, reply);
      return new NeighbourCall(neighbour.name(), start, nanos, complaint);
    } catch (IOException | IllegalArgumentException e) {
      return new NeighbourCall(
          neighbour.name(), start, System.nanoTime() - start, Optional.of("no answer: " + e));
    }
  }

  private Optional<String> complaint(
      Neighbour neighbour, long number, String parameters, Reply reply) throws IOException {
    Optional<JsonMembers> result =
        reply.members().object("response").flatMap(response -> response.object("result"));
    if (!reply.isOk() || result.isEmpty()) {
      return Optional.of("status %d: %s".formatted(reply.status(), shortened(reply.body())));
    }
    if (!neighbour.isRight().test(parameters, result.get())) {
      return Optional.of("a wrong result: " + shortened(reply.body()));
    }
    Optional<JsonMembers> record =
        client.awaitRecord(reply.members().string("activationId").orElse(""), RECORD_TIME);
    if (record.isEmpty()) {
      return Optional.of("no record of " + shortened(reply.body()));
    }
    String logs = record.get().get("logs").orElse("");
    return neighbour
        .log()
        .apply(number)
        .filter(line -> !logs.contains(line.replace("\"", "\\\"")))
        .map(line -> "its log lacks '%s': %s".formatted(line, shortened(logs)));
  }

  private static String shortened(String text) {
    return text.length() <= 300 ? text : text.substring(0, 300) + "…";
  }

  /** Stops calling; calls under way are given up. */
  @Override
  public void close() {
    callers.forEach(Thread::interrupt);
  }
}
