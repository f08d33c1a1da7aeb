// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionId;
import org.apache.openwhisk.core.entity.ActivationResponse.ContainerResponse;
import org.apache.openwhisk.http.Messages;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Tuple2;
import scala.util.Try;
import spray.json.JsArray;
import spray.json.JsObject;
import spray.json.JsValue;

/** What a container's answers mean. */
final class ContainerAnswers {
  private static final ActivationResponse$ RESPONSE = ActivationResponse$.MODULE$;

  private ContainerAnswers() {}

  static ActivationResponse init(ContainerResponse answer) {
    if (answer.truncated().isDefined()) {
      Tuple2<ByteSize, ByteSize> cut = answer.truncated().get();
      return RESPONSE.developerError(tooLong(answer, cut), length(cut));
    }
    Try<JsValue> json = ScalaValues.attempt(() -> Json.parse(answer.entity()));
    JsValue error = json.isSuccess() ? error(json.get()) : null;
    return RESPONSE.developerError(
        error == null ? Json.string(Messages.invalidInitResponse(answer.entity())) : error,
        size(answer));
  }

  static ActivationResponse run(ContainerResponse answer, Logging logger) {
    if (answer.truncated().isDefined()) {
      Tuple2<ByteSize, ByteSize> cut = answer.truncated().get();
      return RESPONSE.applicationError(Json.string(tooLong(answer, cut)), length(cut));
    }
    Try<JsValue> json = ScalaValues.attempt(() -> Json.parse(answer.entity()));
    if (json.isFailure()) {
      logger.warn(
          RESPONSE,
          () ->
              "response did not json parse: '"
                  + answer.entity()
                  + "' led to "
                  + json.failed().get(),
          TransactionId.unknown());
      return invalid(answer);
    }
    return json.get() instanceof JsObject || json.get() instanceof JsArray
        ? structured(answer, json.get())
        : invalid(answer);
  }

  private static ActivationResponse structured(ContainerResponse answer, JsValue json) {
    JsValue error = error(json);
    if (answer.okStatus()) {
      return error == null
          ? RESPONSE.success(ScalaValues.some(json), size(answer))
          : RESPONSE.applicationError(error, size(answer));
    }
    return error == null ? invalid(answer) : RESPONSE.developerError(error, size(answer));
  }

  private static ActivationResponse invalid(ContainerResponse answer) {
    return RESPONSE.developerError(Messages.invalidRunResponse(answer.entity()), size(answer));
  }

  private static @Nullable JsValue error(JsValue json) {
    return json instanceof JsObject object ? Json.field(object, RESPONSE.ERROR_FIELD()) : null;
  }

  private static String tooLong(ContainerResponse answer, Tuple2<ByteSize, ByteSize> cut) {
    return Messages.truncatedResponse(answer.entity(), cut._1(), cut._2());
  }

  private static Option<Object> length(Tuple2<ByteSize, ByteSize> cut) {
    return ScalaValues.some((int) cut._1().toBytes());
  }

  private static Option<Object> size(ContainerResponse answer) {
    return ScalaValues.some(answer.entity().length());
  }
}
