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

  /** Takes no more runs. */
  @Override
  public Future<BoxedUnit> destroy(TransactionMetadata tid) {
    reports.metrics().destroyed();
    return removedAfter(action.destroy());
  }
}
