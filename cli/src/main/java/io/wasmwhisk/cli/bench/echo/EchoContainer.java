// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.echo;

import akka.actor.ActorSystem;
import akka.stream.scaladsl.Source;
import akka.util.ByteString;
import akka.util.ByteString$;
import java.time.Instant;
import java.util.List;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.ContainerId;
import org.apache.openwhisk.core.containerpool.Interval;
import org.apache.openwhisk.core.containerpool.RunResult;
import org.apache.openwhisk.core.entity.ActivationResponse;
import org.apache.openwhisk.core.entity.ByteSize;
import scala.Option;
import scala.concurrent.Future;
import scala.concurrent.duration.FiniteDuration;
import scala.runtime.BoxedUnit;
import scala.util.Right;
import spray.json.JsObject;

/**
 * Answers each run with its own parameters, and has two lines of log for it, as {@code hello} has.
 * Only {@link #callContainer} is replaced: all that OpenWhisk's trait does around it stays.
 */
final class EchoContainer extends EchoTraits {
  private static final String LOG_LINE =
      "{\"time\":\"%s\",\"stream\":\"stderr\",\"log\":\"echo: nothing was done\\n\"}";

  EchoContainer(ActorSystem actorSystem, Logging logging, ContainerId id) {
    super(actorSystem, logging, id);
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
    Instant start = Instant.now();
    String answer = path.equals("/run") ? body.fields().apply("value").compactPrint() : "{}";
    return Future.successful(
        new RunResult(
            new Interval(start, Instant.now()),
            new Right<>(new ActivationResponse.ContainerResponse(200, answer, Option.empty()))));
  }

  @Override
  public Source<ByteString, Object> logs(
      ByteSize limit, boolean waitForSentinel, TransactionMetadata tid) {
    ByteString line = ByteString$.MODULE$.apply(LOG_LINE.formatted(Instant.now()));
    return akka.stream.javadsl.Source.from(List.of(line, line))
        .mapMaterializedValue(ignored -> (Object) ignored)
        .asScala();
  }

  @Override
  public Future<BoxedUnit> suspend(TransactionMetadata tid) {
    return Future.successful(BoxedUnit.UNIT);
  }

  @Override
  public Future<BoxedUnit> resume(TransactionMetadata tid) {
    return Future.successful(BoxedUnit.UNIT);
  }

  @Override
  public Future<BoxedUnit> destroy(TransactionMetadata tid) {
    return Future.successful(BoxedUnit.UNIT);
  }
}
