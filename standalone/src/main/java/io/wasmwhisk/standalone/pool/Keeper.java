// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.pool;

import io.wasmwhisk.standalone.settings.PoolSettings;
import io.wasmwhisk.standalone.timing.Guard;
import io.wasmwhisk.standalone.timing.Timer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps containers between runs: pauses idle ones, resumes and at last removes them. All methods
 * but those that say so are called within a change.
 */
final class Keeper {
  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

  private final PoolSettings settings;
  private final Timer timer;
  private final Guard guard;
  private final Changes changes;
  private final ContainerPool pool;
  private long uses;

  Keeper(PoolSettings settings, Timer timer, Guard guard, Changes changes, ContainerPool pool) {
    this.settings = settings;
    this.timer = timer;
    this.guard = guard;
    this.changes = changes;
    this.pool = pool;
  }

  /** After a run left: the container becomes idle, or goes when it is not to be used again. */
  void settle(Slot slot) {
    slot.lastUse = ++uses;
    if (slot.active == 0 && slot.doomed) {
      remove(slot);
    } else if (slot.isIdle()) {
      slot.alarm = timer.after(settings.pauseGrace(), () -> changes.make(() -> pause(slot)));
    }
    pool.dispatch();
  }

  private void pause(Slot slot) {
    if (slot.state != Slot.State.WARM || slot.active > 0) {
      return;
    }
    slot.state = Slot.State.PAUSING;
    changes.then(
        () ->
            guard.call(
                settings.answerGrace(),
                () -> slot.container().suspend(),
                (ok, failure) -> changes.make(() -> paused(slot, failure))));
  }

  private void paused(Slot slot, @Nullable Throwable failure) {
    if (slot.state != Slot.State.PAUSING) {
      return;
    }
    if (failure != null) {
      giveUp(slot, "paused", failure);
    } else if (slot.waiting.isEmpty()) {
      slot.state = Slot.State.PAUSED;
      slot.alarm =
          timer.after(settings.idleContainer(), () -> changes.make(() -> removeIfUnused(slot)));
    } else {
      resume(slot);
    }
  }

  private void removeIfUnused(Slot slot) {
    if (slot.state == Slot.State.PAUSED) {
      remove(slot);
      pool.dispatch();
    }
  }

  /** A paused container gets work. */
  void resume(Slot slot) {
    slot.state = Slot.State.RESUMING;
    changes.then(
        () ->
            guard.call(
                settings.answerGrace(),
                () -> slot.container().resume(),
                (ok, failure) -> changes.make(() -> resumed(slot, failure))));
  }

  private void resumed(Slot slot, @Nullable Throwable failure) {
    if (slot.state != Slot.State.RESUMING) {
      return;
    }
    if (failure == null) {
      pool.runWaiting(slot);
    } else {
      giveUp(slot, "resumed", failure);
    }
  }

  /** What waits for a container that cannot be used goes elsewhere. */
  private void giveUp(Slot slot, String what, Throwable failure) {
    LOG.error("container of {} cannot be {}: {}", slot.key, what, Failures.reason(failure));
    remove(slot);
    pool.dispatch();
  }

  /** Takes the container out of the pool; it is destroyed afterwards. */
  void remove(Slot slot) {
    if (slot.state == Slot.State.GONE) {
      return;
    }
    boolean paused = slot.state == Slot.State.PAUSED;
    leave(slot);
    pool.requeue(slot.waiting);
    if (slot.container != null) {
      changes.then(() -> discard(slot, paused));
    }
  }

  /** For the end of the pool, without a change: destroys the container whatever it does. */
  CompletableFuture<?> end(Slot slot) {
    changes.make(() -> leave(slot));
    return slot.container == null ? CompletableFuture.completedFuture(null) : destroy(slot, false);
  }

  private void leave(Slot slot) {
    slot.cancelAlarm();
    slot.state = Slot.State.GONE;
    slot.doomed = true;
    pool.free(slot);
  }

  /** Without a change: destroys, and does not wait for it. */
  void discard(Slot slot, boolean paused) {
    var unused = destroy(slot, paused);
  }

  /** Without a change. OpenWhisk resumes a paused container before it destroys it. */
  private CompletableFuture<?> destroy(Slot slot, boolean paused) {
    CompletableFuture<?> awake =
        paused
            ? guard.call(settings.answerGrace(), () -> slot.container().resume())
            : CompletableFuture.completedFuture(null);
    return awake
        .handle((ok, failure) -> Optional.empty())
        .thenCompose(any -> guard.call(settings.answerGrace(), () -> slot.container().destroy()))
        .handle((ok, failure) -> destroyed(slot, failure));
  }

  private static Optional<Object> destroyed(Slot slot, @Nullable Throwable failure) {
    if (failure != null) {
      LOG.error("container of {} was not destroyed: {}", slot.key, Failures.reason(failure));
    }
    return Optional.empty();
  }
}
