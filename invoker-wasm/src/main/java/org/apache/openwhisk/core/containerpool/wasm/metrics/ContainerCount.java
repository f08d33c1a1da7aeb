// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm.metrics;

import java.util.concurrent.atomic.AtomicInteger;

/** Containers there are, and those of them that have something under way. */
final class ContainerCount {
  private final AtomicInteger live = new AtomicInteger();
  private final AtomicInteger busy = new AtomicInteger();

  /** One container among them. */
  final class Member {
    private boolean gone;
    private int calls;

    Member() {
      live.incrementAndGet();
    }

    synchronized void begin() {
      if (calls++ == 0 && !gone) {
        busy.incrementAndGet();
      }
    }

    synchronized void end() {
      if (--calls == 0 && !gone) {
        busy.decrementAndGet();
      }
    }

    synchronized void leave() {
      if (gone) {
        return;
      }
      gone = true;
      live.decrementAndGet();
      if (calls > 0) {
        busy.decrementAndGet();
      }
    }
  }

  int busy() {
    return busy.get();
  }

  /** Never less than zero, though the two are not read at one instant. */
  int idle() {
    return Math.max(0, live.get() - busy.get());
  }
}
