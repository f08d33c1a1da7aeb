// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.soak;

import io.wasmwhisk.cli.json.JsonMembers;
import io.wasmwhisk.cli.rest.Reply;
import io.wasmwhisk.cli.rest.WhiskClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Begins calls at their appointed times, however long the answers to others take: a server that is
 * too slow gets as many as one that is not.
 */
final class SoakLoad implements AutoCloseable {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int SHOWN = 300;

  private final WhiskClient client;
  private final Population population;
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<SoakCall> ended = new ConcurrentLinkedQueue<>();
  private final AtomicInteger underWay = new AtomicInteger();

  SoakLoad(WhiskClient client, Population population) {
    this.client = client;
    this.population = population;
  }

  /**
   * Calls until the moment, by {@link System#nanoTime}, or until it is stopped; does not wait for
   * the last answers.
   */
  void run(double rate, long end, BooleanSupplier stopped) {
    long start = System.nanoTime();
    for (long number = 0; ; number++) {
      long appointed = start + (long) (number * NANOS_PER_SECOND / rate);
      if (appointed - end >= 0 || stopped.getAsBoolean()) {
        return;
      }
      for (long left = appointed - System.nanoTime();
          left > 0;
          left = appointed - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      begin(number, appointed);
    }
  }

  /** One that is just being changed is not called; others are there. */
  private void begin(long number, long appointed) {
    underWay.incrementAndGet();
    callers.execute(
        () -> {
          Optional<SoakAction> action = population.enter();
          while (action.isEmpty()) {
            action = population.enter();
          }
          try {
            ended.add(call(action.get(), number, appointed));
          } finally {
            action.get().gate().readLock().unlock();
            underWay.decrementAndGet();
          }
        });
  }

  private SoakCall call(SoakAction action, long number, long appointed) {
    String parameters = action.role().parameters().apply(number);
    try {
      Reply reply = client.invoke(action.name(), JsonMembers.of(parameters), true);
      long nanos = System.nanoTime() - appointed;
      return judged(action.role(), parameters, reply, nanos);
    } catch (IOException | IllegalArgumentException e) {
      return new SoakCall(
          action.role().name(),
          System.nanoTime() - appointed,
          SoakCall.End.LOST,
          Optional.of("%s: no answer: %s".formatted(action.role().name(), e)));
    }
  }

  private static SoakCall judged(Role role, String parameters, Reply reply, long nanos) {
    JsonMembers record = reply.members();
    if (record.object("response").isEmpty()) {
      return new SoakCall(
          role.name(),
          nanos,
          SoakCall.End.LOST,
          Optional.of(
              "%s: status %d: %s".formatted(role.name(), reply.status(), shortened(reply.body()))));
    }
    Optional<String> complaint = role.complaint(parameters, record);
    return new SoakCall(
        role.name(),
        nanos,
        complaint.isPresent() ? SoakCall.End.WRONG : SoakCall.End.RIGHT,
        complaint.map(words -> role.name() + ": " + words));
  }

  /** Changes the actions; a change that the server does not take is a call that it lost. */
  void churn() {
    long start = System.nanoTime();
    try {
      population.churn();
    } catch (IOException e) {
      ended.add(
          new SoakCall(
              "churn", System.nanoTime() - start, SoakCall.End.LOST, Optional.of("churn: " + e)));
    }
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  /** Calls without an answer so far. */
  int underWay() {
    return underWay.get();
  }

  /** The calls that ended since the last time this was asked. */
  List<SoakCall> takeEnded() {
    List<SoakCall> taken = new ArrayList<>();
    for (SoakCall call = ended.poll(); call != null; call = ended.poll()) {
      taken.add(call);
    }
    return taken;
  }

  /** Waits for the answers. */
  @Override
  public void close() {
    callers.close();
  }
}
