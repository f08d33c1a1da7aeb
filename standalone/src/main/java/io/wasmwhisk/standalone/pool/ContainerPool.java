// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.pool;

import io.wasmwhisk.standalone.container.ActionContainer;
import io.wasmwhisk.standalone.container.ContainerSource;
import io.wasmwhisk.standalone.container.Job;
import io.wasmwhisk.standalone.entities.Activation;
import io.wasmwhisk.standalone.entities.Response;
import io.wasmwhisk.standalone.settings.PoolSettings;
import io.wasmwhisk.standalone.timing.Guard;
import io.wasmwhisk.standalone.timing.Timer;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Places jobs on containers ({@code ContainerPool} of OpenWhisk). A job goes to a container that is
 * warm for its action, else to a new one if the memory of all containers allows or idle ones can
 * make room, else it queues; the queue's head never gives way, so that small actions do not starve
 * one with a large memory limit.
 */
public final class ContainerPool {
  private static final Logger LOG = LoggerFactory.getLogger(ContainerPool.class);

  private final Clock clock;
  private final Consumer<Activation> records;
  private final Changes changes = new Changes();
  private final Slots slots;
  private final Deque<Run> queue = new ArrayDeque<>();
  private final Execution execution;
  private final Keeper keeper;
  private boolean closed;

  /**
   * A pool.
   *
   * @param records gets every activation once, with its logs
   * @param executor where containers' answers are worked on
   */
  public ContainerPool(
      ContainerSource source,
      Consumer<Activation> records,
      PoolSettings settings,
      Clock clock,
      Timer timer,
      Executor executor) {
    this.clock = clock;
    this.records = records;
    slots = new Slots(settings.userMemoryMb());
    Guard guard = new Guard(timer, executor);
    execution = new Execution(source, settings.answerGrace(), clock, guard, this);
    keeper = new Keeper(settings, timer, guard, changes, this);
  }

  /** Takes a job. It runs at once or later; the submission says when it ended. */
  public Submission submit(Job job) {
    Run run = new Run(job);
    changes.make(
        () -> {
          queue.add(run);
          dispatch();
        });
    return new Submission(run.answer, run.recorded);
  }

  /**
   * Gives up queued jobs and destroys all containers; completes when they are destroyed or their
   * grace is over.
   */
  public CompletionStage<Void> close() {
    List<Slot> last = new ArrayList<>();
    changes.make(
        () -> {
          closed = true;
          last.addAll(slots.all());
          last.forEach(slot -> requeue(slot.waiting));
          dispatch();
        });
    return CompletableFuture.allOf(
        last.stream().map(keeper::end).toArray(CompletableFuture[]::new));
  }

  // Within a change.

  /** Places as many queued jobs as possible, in order. */
  void dispatch() {
    while (!queue.isEmpty() && place(queue.element())) {
      queue.remove();
    }
  }

  /** Runs that lost their container go before all others. */
  void requeue(Deque<Run> runs) {
    while (!runs.isEmpty()) {
      queue.addFirst(runs.removeLast());
    }
  }

  void free(Slot slot) {
    slots.remove(slot);
  }

  /** The container is ready for what waits for it. */
  void runWaiting(Slot slot) {
    slot.state = Slot.State.WARM;
    while (!slot.waiting.isEmpty()) {
      Run next = slot.waiting.remove();
      changes.then(() -> execution.run(slot, next, Optional.empty()));
    }
  }

  private boolean place(Run run) {
    int memoryMb = run.job.action().limits().memoryMb();
    if (closed) {
      return refuse(run, Failures.STOPPING);
    }
    if (!slots.couldEverFit(memoryMb)) {
      LOG.error("{} needs {} MB, more than all containers may have", run.job, memoryMb);
      return refuse(run, Failures.NOT_PROVISIONED);
    }
    Optional<Slot> warm = slots.forKey(run.job.containerKey());
    if (warm.isPresent()) {
      assign(warm.get(), run);
      return true;
    }
    return makeRoom(memoryMb) && start(run);
  }

  private boolean refuse(Run run, Response response) {
    changes.then(() -> record(run, Records.ofNothing(run.job, clock.instant(), response)));
    return true;
  }

  private boolean makeRoom(int memoryMb) {
    if (slots.fits(memoryMb)) {
      return true;
    }
    Optional<List<Slot>> victims = slots.toEvictFor(memoryMb);
    victims.ifPresent(list -> list.forEach(keeper::remove));
    return victims.isPresent();
  }

  private boolean start(Run run) {
    Slot slot = new Slot(run.job);
    slots.add(slot);
    slot.active++;
    changes.then(() -> execution.create(slot, run));
    return true;
  }

  private void assign(Slot slot, Run run) {
    slot.active++;
    slot.cancelAlarm();
    switch (slot.state) {
      case WARM -> changes.then(() -> execution.run(slot, run, Optional.empty()));
      case STARTING, PAUSING, RESUMING -> slot.waiting.add(run);
      case PAUSED -> {
        slot.waiting.add(run);
        keeper.resume(slot);
      }
      case GONE -> throw new IllegalStateException("a removed container takes no runs");
    }
  }

  // Without a change: what the execution reports.

  /** A container was created; when its slot is gone by now, it goes too. */
  void arrived(Slot slot, ActionContainer container) {
    changes.make(
        () -> {
          slot.container = container;
          if (slot.state == Slot.State.GONE) {
            changes.then(() -> keeper.discard(slot, false));
          }
        });
  }

  void initialized(Slot slot) {
    changes.make(
        () -> {
          if (slot.state == Slot.State.STARTING) {
            runWaiting(slot);
          }
        });
  }

  /** A run is over. */
  void leave(Slot slot, Run run, Activation activation, boolean keep) {
    changes.make(
        () -> {
          slot.active--;
          slot.doomed |= !keep;
          keeper.settle(slot);
        });
    record(run, activation);
  }

  /** The container broke before the run began. */
  void reschedule(Slot slot, Run run) {
    changes.make(
        () -> {
          slot.active--;
          slot.doomed = true;
          queue.addFirst(run);
          keeper.settle(slot);
        });
  }

  /** The container never got to work: everything that waits for it ends as the first run did. */
  void abort(Slot slot, Run first, Activation activation) {
    Deque<Run> others = new ArrayDeque<>();
    changes.make(
        () -> {
          others.addAll(slot.waiting);
          slot.waiting.clear();
          keeper.remove(slot);
          dispatch();
        });
    record(first, activation);
    for (Run other : others) {
      record(other, Records.ofNothing(other.job, clock.instant(), activation.response()));
    }
  }

  private void record(Run run, Activation activation) {
    run.answer.complete(activation.withLogs(List.of()));
    records.accept(activation);
    run.recorded.complete(activation);
  }
}
