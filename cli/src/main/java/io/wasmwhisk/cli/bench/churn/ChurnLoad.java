// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.churn;

import io.wasmwhisk.cli.bench.call.Activation;
import io.wasmwhisk.cli.bench.call.Caller;
import io.wasmwhisk.cli.bench.call.DeployedAction;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls functions in turns, at appointed times, however long the answers to others take: a server
 * that is too slow gets as many calls as one that is not.
 */
final class ChurnLoad {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Caller caller;
  private final List<DeployedAction> functions;
  private final double rate;

  /** Of the functions; it goes on where the last load ended, so that all get their turns. */
  private int turn;

  ChurnLoad(Caller caller, List<DeployedAction> functions, double rate) {
    this.caller = caller;
    this.functions = List.copyOf(functions);
    this.rate = rate;
  }

  /** Calls for so long, and waits for the answers; in the order of their ends. */
  List<ChurnCall> run(Duration time) {
    Queue<ChurnCall> ended = new ConcurrentLinkedQueue<>();
    long start = System.nanoTime();
    long calls = Math.round(rate * time.toNanos() / NANOS_PER_SECOND);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long i = 0; i < calls; i++) {
        long appointed = (long) (i * NANOS_PER_SECOND / rate);
        await(start + appointed);
        DeployedAction function = functions.get(turn++ % functions.size());
        callers.execute(
            () -> {
              Activation activation = caller.call(function);
              long nanos = activation.ended() - start - appointed;
              ended.add(new ChurnCall(appointed, nanos, activation));
            });
      }
    }
    return List.copyOf(ended);
  }

  private static void await(long moment) {
    for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
