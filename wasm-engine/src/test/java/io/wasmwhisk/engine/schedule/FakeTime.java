// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.schedule;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/** Time that moves when it is told to, and the alarms that ring meanwhile. */
final class FakeTime implements Alarm {
  private record Pending(long at, Runnable action) {}

  private final PriorityQueue<Pending> alarms =
      new PriorityQueue<>(Comparator.comparingLong(Pending::at));
  private long now = 1_000_000_000_000L;

  long nanoTime() {
    return now;
  }

  @Override
  public void after(long nanos, Runnable action) {
    alarms.add(new Pending(now + nanos, action));
  }

  void passMillis(long millis) {
    long until = now + TimeUnit.MILLISECONDS.toNanos(millis);
    for (Pending next = alarms.peek(); next != null && next.at() <= until; next = alarms.peek()) {
      alarms.remove();
      now = Math.max(now, next.at());
      next.action().run();
    }
    now = until;
  }

  int alarms() {
    return alarms.size();
  }
}
