// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm;

import akka.actor.ActorSystem;
import akka.stream.scaladsl.Source;
import akka.util.ByteString;
import io.wasmwhisk.engine.Limits;
import io.wasmwhisk.invoker.Action;
import io.wasmwhisk.invoker.ActivationLogs;
import io.wasmwhisk.invoker.Answer;
import io.wasmwhisk.invoker.WasmSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.ContainerId;
import org.apache.openwhisk.core.containerpool.RunResult;
import org.apache.openwhisk.core.containerpool.wasm.logs.LogLines;
import org.apache.openwhisk.core.containerpool.wasm.logs.LogShelf;
import org.apache.openwhisk.core.containerpool.wasm.metrics.Reports;
import org.apache.openwhisk.core.entity.ByteSize;
import scala.concurrent.Future;
import scala.concurrent.Promise;
import scala.concurrent.duration.FiniteDuration;
import scala.runtime.BoxedUnit;
import spray.json.JsObject;

/**
 * A container whose runtime is the engine in this JVM.
 *
 * <p>Only {@link #callContainer}, the HTTP call of other containers, is replaced: the trait's
 * {@code initialize} and {@code run} keep their log markers, their mapping of time-outs and errors,
 * and their rescheduling.
 */
final class WasmContainer extends ContainerTraits {
  /**
   * About what the removal of a Docker container takes. The pool has freed the container's slot
   * before, so nobody waits for it but the proxy's actor.
   */
  static final Duration REMOVAL = Duration.ofSeconds(2);

  private static final Executor REMOVALS =
      CompletableFuture.delayedExecutor(REMOVAL.toMillis(), TimeUnit.MILLISECONDS);

  private final String apiHost;
  private final Action action;
  private final long memoryBytes;
  private final WasmSettings settings;
  private final Reports reports;
  private final LogShelf logs;

  WasmContainer(
      ActorSystem actorSystem,
      Logging logging,
      ContainerId id,
      String apiHost,
      Action action,
      long memoryBytes,
      WasmSettings settings,
      Reports reports,
      LogShelf logs) {
    super(actorSystem, logging, id);
    this.apiHost = apiHost;
    this.action = action;
    this.memoryBytes = memoryBytes;
    this.settings = settings;
    this.reports = reports;
    this.logs = logs;
  }

  /**
   * What {@code POST /init} and {@code POST /run} answer in other containers. The future always
   * completes, at the deadline at the latest; it fails only when the engine did.
   */
  @Override
  public Future<RunResult> callContainer(
      String path,
      JsObject body,
      FiniteDuration timeout,
      int maxConcurrent,
      ByteSize maxResponse,
      ByteSize truncation,
      boolean retry,
      boolean reschedule,
      TransactionMetadata tid) {
    Instant start = Instant.now();
    Duration time = Duration.ofNanos(timeout.toNanos());
    Promise<RunResult> promise = Promise.apply();
    answer(path, body, time, maxConcurrent, maxResponse, truncation, tid)
        .whenComplete(
            (answer, failure) -> {
              if (failure != null) {
                promise.tryFailure(cause(failure));
              } else {
                promise.tryComplete(RunResults.of(answer, start, time, reschedule, tid));
              }
            });
    return promise.future();
  }

  private CompletableFuture<Answer> answer(
      String path,
      JsObject body,
      Duration time,
      int maxConcurrent,
      ByteSize maxResponse,
      ByteSize truncation,
      TransactionMetadata tid) {
    try {
      Limits limits =
          settings.limits(time, memoryBytes, maxResponse.toBytes(), truncation.toBytes());
      if (path.equals("/init")) {
        return reports
            .metrics()
            .initializing(action.initialize(Payloads.initializer(body, apiHost), limits))
            .thenApply(initialized -> shelve(initialized, tid));
      }
      return reports
          .metrics()
          .running(
              action.run(
                  Payloads.parameters(body), Payloads.environment(body), limits, maxConcurrent))
          .thenApply(ran -> shelve(ran, tid));
    } catch (RuntimeException | Error e) {
      // Thrown, an Error would end the thread in the midst of OpenWhisk's future.
      return CompletableFuture.failedFuture(e);
    }
  }

  private Answer shelve(Action.Initialized initialized, TransactionMetadata tid) {
    if (!initialized.logs().lines().isEmpty()) {
      logs.put(tid, initialized.logs());
    }
    return initialized.answer();
  }

  private Answer shelve(Action.Ran ran, TransactionMetadata tid) {
    logs.put(tid, ran.logs());
    ran.completion().ifPresent(completion -> reports.ends().write(this, completion, tid));
    return ran.answer();
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  /**
   * The log lines of one activation, each a JSON object; {@code DockerToActivationLogStore} reads
   * them. There are no sentinels, since nothing is still under way when the run has ended.
   */
  @Override
  public Source<ByteString, Object> logs(
      ByteSize limit, boolean waitForSentinel, TransactionMetadata tid) {
    ActivationLogs taken = logs.take(tid);
    return LogLines.source(taken, limit);
  }

  /**
   * Does nothing: between activations there is nothing to suspend, and OpenWhisk's scheduler
   * suspends a container whose concurrency is above 1 also while it runs some.
   */
  @Override
  public Future<BoxedUnit> suspend(TransactionMetadata tid) {
    return Future.successful(BoxedUnit.UNIT);
  }

  /** Nothing was suspended. */
  @Override
  public Future<BoxedUnit> resume(TransactionMetadata tid) {
    return Future.successful(BoxedUnit.UNIT);
  }

  /**
   * Takes no more runs, and says that it is gone when the last has ended, {@link #REMOVAL} later at
   * the earliest. OpenWhisk's {@code ContainerProxy} stops when this future completes, and hands
   * runs that the pool had sent to it meanwhile back to the pool only until then; what comes after
   * is lost, without a record. Its scheduler's proxy destroys a container with N activations as
   * soon as one of them failed.
   */
  @Override
  public Future<BoxedUnit> destroy(TransactionMetadata tid) {
    reports.metrics().destroyed();
    return removedAfter(action.destroy());
  }

  /** Completes {@link #REMOVAL} from now. */
  static Future<BoxedUnit> removed() {
    return removedAfter(CompletableFuture.completedFuture(null));
  }

  private static Future<BoxedUnit> removedAfter(CompletableFuture<?> idle) {
    Promise<BoxedUnit> removed = Promise.apply();
    REMOVALS.execute(
        () -> idle.whenComplete((done, failure) -> removed.trySuccess(BoxedUnit.UNIT)));
    return removed.future();
  }
}
