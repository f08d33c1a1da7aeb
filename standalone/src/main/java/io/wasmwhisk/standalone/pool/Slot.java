// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.pool;

import io.wasmwhisk.standalone.container.ActionContainer;
import io.wasmwhisk.standalone.container.Job;
import io.wasmwhisk.standalone.timing.Timer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A container's place in the pool. Only touched within {@link Changes}. */
final class Slot {

  /** Where the container is in its life. */
  enum State {
    /** Being created or initialized. */
    STARTING,
    /** Initialized, running or idle. */
    WARM,
    PAUSING,
    PAUSED,
    RESUMING,
    /** Given up; its memory is free again, whether or not it is already destroyed. */
    GONE
  }

  final String key;
  final int memoryMb;
  final int maxConcurrent;

  /** Assigned runs that wait until the container is initialized or resumed. */
  final Deque<Run> waiting = new ArrayDeque<>();

  State state = State.STARTING;

  /** Assigned runs, waiting or running or collecting logs. */
  int active;

  /** No further runs; the container is removed when the last one ends. */
  boolean doomed;

  /** Greater means later. */
  long lastUse;

  Timer.@Nullable Alarm alarm;
  @Nullable ActionContainer container;

  Slot(Job first) {
    key = first.containerKey();
    memoryMb = first.action().limits().memoryMb();
    maxConcurrent = first.action().limits().concurrency();
  }

  boolean takes(String wantedKey) {
    return !doomed && active < maxConcurrent && key.equals(wantedKey);
  }

  boolean isIdle() {
    return active == 0 && (state == State.WARM || state == State.PAUSED);
  }

  void cancelAlarm() {
    if (alarm != null) {
      alarm.cancel();
      alarm = null;
    }
  }

  ActionContainer container() {
    if (container == null) {
      throw new IllegalStateException("the container of " + key + " is not created yet");
    }
    return container;
  }
}
