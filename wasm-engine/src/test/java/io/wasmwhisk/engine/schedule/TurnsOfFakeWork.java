// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Turns on a clock that stands still, for work that only tells what becomes of it. */
abstract class TurnsOfFakeWork {
  /** Bounds that no test reaches. */
  static final int MANY = 1_000;

  final FakeTime time = new FakeTime();
  final List<String> events = new ArrayList<>();
  Turns turns = turns(new Bounds(1, MANY, MANY, MANY));

  final Turns turns(Bounds bounds) {
    return new Turns(bounds, Duration.ofMillis(10), time::nanoTime, time);
  }

  /** Work of the owner that is the first letter of its name. */
  final FakeWork work(String name) {
    return new FakeWork(name, turns.claim(name.substring(0, 1)), events);
  }

  /** Work that asks for a turn at once. */
  final FakeWork start(String name) {
    FakeWork work = work(name);
    work.claim.start(work);
    return work;
  }

  /** What has happened since the last time. */
  final List<String> events() {
    List<String> seen = List.copyOf(events);
    events.clear();
    return seen;
  }
}
