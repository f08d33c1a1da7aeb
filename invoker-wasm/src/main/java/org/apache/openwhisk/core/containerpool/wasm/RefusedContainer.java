// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm;

import akka.actor.ActorSystem;
import akka.stream.scaladsl.Source;
import akka.util.ByteString;
import io.wasmwhisk.invoker.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.ContainerId;
import org.apache.openwhisk.core.containerpool.RunResult;
import org.apache.openwhisk.core.entity.ByteSize;
import scala.concurrent.Future;
import scala.concurrent.Future$;
import scala.concurrent.duration.FiniteDuration;
import scala.runtime.BoxedUnit;
import spray.json.JsObject;

/** A container that answers every call with the reason why it runs nothing. */
final class RefusedContainer extends ContainerTraits {
  /** What action runtimes answer for the developer's errors. */
  private static final int STATUS = 502;

  private final String reason;

  RefusedContainer(ActorSystem actorSystem, Logging logging, ContainerId id, String reason) {
    super(actorSystem, logging, id);
    this.reason = reason;
  }

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
    return Future$.MODULE$.fromTry(
        RunResults.of(
            Answer.error(STATUS, reason),
            Instant.now(),
            Duration.ofNanos(timeout.toNanos()),
            reschedule,
            tid));
  }

  /** None; nothing ran. */
  @Override
  public Source<ByteString, Object> logs(
      ByteSize limit, boolean waitForSentinel, TransactionMetadata tid) {
    return akka.stream.javadsl.Source.<ByteString>empty()
        .mapMaterializedValue(ignored -> (Object) ignored)
        .asScala();
  }

  /** As slowly as others, for the same reason. */
  @Override
  public Future<BoxedUnit> destroy(TransactionMetadata tid) {
    return removedAfter(CompletableFuture.completedFuture(null));
  }
}
