// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Clients of which each sends its next call when its last one was answered, so that there are as
 * many calls in flight as clients.
 */
public final class ClosedLoop implements AutoCloseable {
  /** Who was refused does not ask again at once. */
  private static final Duration REST = Duration.ofMillis(10);

  private final Supplier<Activation> call;
  private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Activation> ended = new ConcurrentLinkedQueue<>();
  private volatile boolean stopped;

  /**
   * A loop without clients.
   *
   * @param call makes one call and waits for its answer; used by all clients at once
   */
  public ClosedLoop(Supplier<Activation> call) {
    this.call = call;
  }

  /** One client more. */
  public void add() {
    clients.execute(this::callOn);
  }

  private void callOn() {
    while (!stopped) {
      Activation activation = call.get();
      ended.add(activation);
      if (!activation.isRight()) {
        LockSupport.parkNanos(REST.toNanos());
      }
    }
  }

  /** The calls that ended since the last time this was asked, in the order of their ends. */
  public List<Activation> takeEnded() {
    List<Activation> taken = new ArrayList<>();
    for (Activation each = ended.poll(); each != null; each = ended.poll()) {
      taken.add(each);
    }
    return taken;
  }

  /** Sends no more, and waits for the answers. */
  @Override
  public void close() {
    stopped = true;
    clients.close();
  }
}
