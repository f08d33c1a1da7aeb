// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Non-blocking calls of actions in turn, at a steady rate on a thread of its own, until it is
 * ended.
 */
final class Load {
  private static final long PAUSE = Duration.ofMillis(40).toNanos();

  private final AtomicInteger accepted = new AtomicInteger();
  private final FutureTask<List<String>> calls;
  private volatile boolean ends;

  private Load(Callable<String> call) {
    calls =
        new FutureTask<>(
            () -> {
              List<String> ids = new ArrayList<>();
              long start = System.nanoTime();
              while (!ends) {
                ids.add(call.call());
                accepted.incrementAndGet();
                LockSupport.parkNanos(start + ids.size() * PAUSE - System.nanoTime());
              }
              return ids;
            });
  }

  /** Starts to call. */
  static Load start(List<String> actions, Activations activations, String parameters) {
    AtomicInteger next = new AtomicInteger();
    Load load =
        new Load(
            () -> {
              String action = actions.get(next.getAndIncrement() % actions.size());
              return activations.accept("actions/" + action, parameters);
            });
    Thread.ofPlatform().daemon().name("load").start(load.calls);
    return load;
  }

  /** How many were accepted; the next may be under way. */
  int accepted() {
    return accepted.get();
  }

  /** Waits until so many more are accepted. */
  void await(int more) throws InterruptedException {
    int wanted = accepted.get() + more;
    Patience.await(
        "%d activations are accepted".formatted(wanted),
        () -> calls.isDone() || accepted.get() >= wanted);
  }

  /** Ends it; the ids of all that were accepted, in their order. */
  List<String> end() throws InterruptedException, ExecutionException {
    ends = true;
    return calls.get();
  }
}
