// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.pool;

import io.wasmwhisk.standalone.container.ActionContainer.Initialization;
import io.wasmwhisk.standalone.container.ActionContainer.Logs;
import io.wasmwhisk.standalone.container.ActionContainer.RunOutcome;
import io.wasmwhisk.standalone.container.ContainerSource;
import io.wasmwhisk.standalone.container.ContainerSource.Creation;
import io.wasmwhisk.standalone.container.Span;
import io.wasmwhisk.standalone.entities.Activation;
import io.wasmwhisk.standalone.entities.Response;
import io.wasmwhisk.standalone.timing.Guard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a run through its container: create, initialize, run, collect logs, leave; {@code
 * initializeAndRun} of OpenWhisk's {@code ContainerProxy}. Nothing here is called within a change.
 */
final class Execution {
  private static final Logger LOG = LoggerFactory.getLogger(Execution.class);

  private final ContainerSource source;
  private final Duration grace;
  private final Clock clock;
  private final Guard guard;
  private final ContainerPool pool;

  /**
   * An execution.
   *
   * @param grace how long after its deadline a call may still answer
   */
  Execution(ContainerSource source, Duration grace, Clock clock, Guard guard, ContainerPool pool) {
    this.source = source;
    this.grace = grace;
    this.clock = clock;
    this.guard = guard;
    this.pool = pool;
  }

  /** A cold start. */
  void create(Slot slot, Run run) {
    guard.call(
        limit(run),
        () -> source.create(run.job).whenComplete((late, any) -> arrived(slot, late)),
        (creation, failure) -> {
          if (failure != null) {
            LOG.error("{}: no container: {}", run.job, Failures.reason(failure));
            refused(slot, run, Failures.NOT_PROVISIONED);
          } else if (creation instanceof Creation.Refused no) {
            refused(slot, run, no.response());
          } else {
            initialize(slot, run);
          }
        });
  }

  /** Also when nobody waits any more, so that no container is ever lost. */
  private void arrived(Slot slot, @Nullable Creation creation) {
    if (creation instanceof Creation.Created made) {
      pool.arrived(slot, made.container());
    }
  }

  private void refused(Slot slot, Run run, Response response) {
    pool.abort(slot, run, Records.ofNothing(run.job, clock.instant(), response));
  }

  private void initialize(Slot slot, Run run) {
    Instant began = clock.instant();
    guard.call(
        limit(run),
        () -> slot.container().initialize(run.job),
        (end, failure) -> {
          if (failure != null) {
            notInitialized(slot, run, since(began), failed(run, failure, true));
          } else if (end instanceof Initialization.Failed failed) {
            notInitialized(slot, run, failed.span(), failed.response());
          } else if (end instanceof Initialization.Done done) {
            pool.initialized(slot);
            run(slot, run, Optional.of(done.span()));
          }
        });
  }

  private void notInitialized(Slot slot, Run run, Span init, Response response) {
    Activation activation = Records.ofFailedInit(run.job, init, response);
    run.answer.complete(activation);
    collect(
        slot, run, activation, logs -> pool.abort(slot, run, activation.withLogs(logs.lines())));
  }

  /**
   * Runs in an initialized container.
   *
   * @param init present for the container's first run
   */
  void run(Slot slot, Run run, Optional<Span> init) {
    Instant began = clock.instant();
    guard.call(
        limit(run),
        () -> slot.container().run(run.job, init.isEmpty()),
        (end, failure) -> {
          if (failure != null) {
            ran(slot, run, init, since(began), failed(run, failure, false));
          } else if (end instanceof RunOutcome.Ran done) {
            ran(slot, run, init, done.span(), done.response());
          } else if (end instanceof RunOutcome.Unhealthy sick) {
            unhealthy(slot, run, init, since(began), sick.reason());
          }
        });
  }

  private void unhealthy(Slot slot, Run run, Optional<Span> init, Span span, String reason) {
    if (init.isPresent()) {
      LOG.error("{}: a fresh container is unhealthy: {}", run.job, reason);
      ran(slot, run, init, span, Failures.ABNORMAL_RUN);
    } else {
      LOG.warn("{}: goes to another container, this one is unhealthy: {}", run.job, reason);
      pool.reschedule(slot, run);
    }
  }

  private void ran(Slot slot, Run run, Optional<Span> init, Span span, Response response) {
    Activation activation =
        init.map(i -> Records.ofFirstRun(run.job, i, span, response))
            .orElseGet(() -> Records.ofRun(run.job, span, response));
    run.answer.complete(activation);
    collect(
        slot,
        run,
        activation,
        logs -> {
          boolean keep = logs.complete() && response.keepsContainer();
          pool.leave(slot, run, activation.withLogs(logs.lines()), keep);
        });
  }

  private void collect(Slot slot, Run run, Activation activation, Consumer<Logs> next) {
    if (run.job.action().limits().logsMb() == 0) {
      next.accept(new Logs(List.of(), true));
      return;
    }
    guard.call(
        grace,
        () -> slot.container().logs(run.job, activation),
        (logs, failure) -> {
          if (failure == null) {
            next.accept(logs);
          } else {
            LOG.error("{}: logs not collected: {}", run.job, Failures.reason(failure));
            next.accept(new Logs(List.of(Failures.LOGS_MISSING), false));
          }
        });
  }

  private Response failed(Run run, Throwable failure, boolean initializing) {
    String call = initializing ? "initialize" : "run";
    LOG.error("{}: {} failed: {}", run.job, call, Failures.reason(failure));
    return Failures.of(failure, run.job, initializing);
  }

  private Span since(Instant began) {
    return new Span(began, clock.instant());
  }

  private Duration limit(Run run) {
    return run.job.timeout().plus(grace);
  }
}
