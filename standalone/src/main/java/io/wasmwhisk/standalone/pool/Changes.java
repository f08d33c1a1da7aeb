// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The pool's lock. A change of state happens under it; what the change sets off, calls of
 * containers above all, happens after it was released, so that no container ever runs or blocks
 * under the lock.
 */
final class Changes {
  private final ReentrantLock lock = new ReentrantLock();

  private final List<Runnable> effects = new ArrayList<>();

  /** Makes a change, then sets off its effects on this thread. */
  void make(Runnable change) {
    List<Runnable> due = List.of();
    lock.lock();
    try {
      change.run();
      if (lock.getHoldCount() == 1) {
        due = List.copyOf(effects);
        effects.clear();
      }
    } finally {
      lock.unlock();
    }
    due.forEach(Runnable::run);
  }

  /** Within a change: to be done after it. */
  void then(Runnable effect) {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("effects belong to a change");
    }
    effects.add(effect);
  }
}
