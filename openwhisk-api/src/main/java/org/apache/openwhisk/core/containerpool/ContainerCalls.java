// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

import akka.event.Logging$;
import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import org.apache.openwhisk.common.LogMarkerToken;
import org.apache.openwhisk.common.LoggingMarkers;
import org.apache.openwhisk.common.StartMarker;
import org.apache.openwhisk.common.TransactionId;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.entity.ActivationEntityLimit$;
import org.apache.openwhisk.core.entity.ActivationResponse;
import org.apache.openwhisk.core.entity.ActivationResponse$;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.http.Messages;
import scala.Function0;
import scala.Option;
import scala.Tuple2;
import scala.collection.immutable.Map;
import scala.concurrent.Future;
import scala.concurrent.Future$;
import scala.concurrent.duration.FiniteDuration;
import scala.runtime.BoxedUnit;
import scala.util.Try;
import spray.json.JsObject;
import spray.json.JsValue;

/**
 * What {@link Container} does around a call: markers before and after, deadlines, answers to
 * responses.
 */
final class ContainerCalls {
  private ContainerCalls() {}

  static Future<BoxedUnit> close(Option<ContainerClient> connection) {
    return connection.isDefined()
        ? connection.get().close()
        : Future$.MODULE$.successful(BoxedUnit.UNIT);
  }

  static Future<Interval> initialize(
      Container self,
      JsObject initializer,
      FiniteDuration timeout,
      int maxConcurrent,
      TransactionMetadata tid) {
    StartMarker start =
        started(
            self,
            LoggingMarkers.INVOKER_ACTIVATION_INIT(),
            () -> "sending initialization to " + self.id() + " " + self.addr(),
            tid);
    self.containerHttpMaxConcurrent_$eq(maxConcurrent);
    self.containerHttpTimeout_$eq(timeout);
    JsObject body = Json.object(Json.entry("value", initializer));
    return self.callContainer(
            "/init",
            body,
            timeout,
            maxConcurrent,
            ActivationEntityLimit$.MODULE$.MAX_ACTIVATION_ENTITY_LIMIT(),
            ActivationEntityLimit$.MODULE$.MAX_ACTIVATION_ENTITY_TRUNCATION_LIMIT(),
            true,
            self.callContainer$default$8(),
            tid)
        .transform(
            called ->
                logged(
                    self,
                    start,
                    called,
                    "initialization result: ",
                    "initializiation failed with ",
                    tid),
            self.ec())
        .map(result -> initialized(self, result, timeout, tid), self.ec());
  }

  static Future<Tuple2<Interval, ActivationResponse>> run(
      Container self,
      JsValue parameters,
      JsObject environment,
      FiniteDuration timeout,
      int maxConcurrent,
      ByteSize maxResponse,
      ByteSize truncation,
      boolean reschedule,
      TransactionMetadata tid) {
    JsValue given = Json.field(environment, "action_name");
    String action = given == null ? "" : Json.text(given);
    StartMarker start =
        started(
            self,
            LoggingMarkers.INVOKER_ACTIVATION_RUN(),
            () -> "sending arguments to " + action + " at " + self.id() + " " + self.addr(),
            tid);
    Map<String, JsValue> value = Json.object(Json.entry("value", parameters)).fields();
    JsObject body = new JsObject(ScalaValues.union(value, environment.fields()));
    return self.callContainer(
            "/run", body, timeout, maxConcurrent, maxResponse, truncation, false, reschedule, tid)
        .transform(
            called -> logged(self, start, called, "running result: ", "run failed with ", tid),
            self.ec())
        .map(result -> answered(self, result, timeout, tid), self.ec());
  }

  private static StartMarker started(
      Container self, LogMarkerToken step, Function0<String> message, TransactionMetadata tid) {
    return TransactionId.started$extension(
        tid, self, step, message, Logging$.MODULE$.InfoLevel(), self.logging());
  }

  private static Try<RunResult> logged(
      Container self,
      StartMarker start,
      Try<RunResult> called,
      String result,
      String failure,
      TransactionMetadata tid) {
    if (called.isSuccess()) {
      Interval interval = called.get().interval();
      TransactionId.finished$extension(
          tid,
          self,
          new StartMarker(interval.start(), start.startMarker()),
          () -> result + called.get().toBriefString(),
          Logging$.MODULE$.InfoLevel(),
          interval.end(),
          self.logging());
    } else {
      TransactionId.failed$extension(
          tid,
          self,
          start,
          () -> failure + called.failed().get(),
          Logging$.MODULE$.WarningLevel(),
          self.logging());
    }
    return called;
  }

  private static Interval initialized(
      Container self, RunResult result, FiniteDuration timeout, TransactionMetadata tid) {
    rescheduleIfShuttingDown(self, result, tid);
    if (result.ok()) {
      return result.interval();
    }
    ActivationResponse response =
        result.interval().duration().$greater$eq(timeout)
            ? timedOut(timeout, true)
            : ActivationResponse$.MODULE$.processInitResponseContent(
                result.response(), self.logging());
    throw ScalaValues.<RuntimeException>sneak(new InitializationError(result.interval(), response));
  }

  private static Tuple2<Interval, ActivationResponse> answered(
      Container self, RunResult result, FiniteDuration timeout, TransactionMetadata tid) {
    rescheduleIfShuttingDown(self, result, tid);
    ActivationResponse response =
        result.interval().duration().$greater$eq(timeout)
            ? timedOut(timeout, false)
            : ActivationResponse$.MODULE$.processRunResponseContent(
                result.response(), self.logging());
    return new Tuple2<>(result.interval(), response);
  }

  private static ActivationResponse timedOut(FiniteDuration timeout, boolean init) {
    return ActivationResponse$.MODULE$.developerError(
        Messages.timedoutActivation(timeout, init), ScalaValues.none());
  }

  private static void rescheduleIfShuttingDown(
      Container self, RunResult result, TransactionMetadata tid) {
    if (result.response().isRight() && result.response().right().get().shuttingDown()) {
      throw ScalaValues.<RuntimeException>sneak(
          new ContainerHealthError(tid, self.containerId().asString()));
    }
  }
}
