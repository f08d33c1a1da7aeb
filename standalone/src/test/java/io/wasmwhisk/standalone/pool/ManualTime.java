// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.pool;

import io.wasmwhisk.standalone.timing.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A clock and timer that only move when a test says so. */
final class ManualTime extends Clock implements Timer {
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final List<Task> tasks = new ArrayList<>();

  private record Task(Instant due, Runnable action) {}

  /** Moves on, and does what falls due, in order. */
  void pass(Duration duration) {
    Instant end = now.plus(duration);
    while (true) {
      Task next =
          tasks.stream()
              .filter(task -> !task.due().isAfter(end))
              .min(Comparator.comparing(Task::due))
              .orElse(null);
      if (next == null) {
        now = end;
        return;
      }
      tasks.remove(next);
      now = next.due();
      next.action().run();
    }
  }

  int pending() {
    return tasks.size();
  }

  @Override
  public Alarm after(Duration delay, Runnable action) {
    Task task = new Task(now.plus(delay), action);
    tasks.add(task);
    return () -> tasks.remove(task);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
