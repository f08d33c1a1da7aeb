// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import scala.collection.immutable.Map;
import spray.json.DeserializationException;
import spray.json.JsNumber;
import spray.json.JsObject;
import spray.json.JsValue;

/** The JSON form of an activation. */
final class ActivationJson {
  private ActivationJson() {}

  static JsObject write(WhiskActivation activation) {
    Map<String, JsValue> fields = Json.object().fields();
    fields = ScalaValues.with(fields, "namespace", path(activation));
    fields = ScalaValues.with(fields, "name", Json.string(activation.name()));
    fields = ScalaValues.with(fields, "subject", Json.string(activation.subject()));
    fields = ScalaValues.with(fields, "activationId", Json.string(activation.activationId()));
    fields = ScalaValues.with(fields, "start", millis(activation.start()));
    fields = ScalaValues.with(fields, "end", millis(activation.end()));
    if (activation.cause().isDefined()) {
      String cause = activation.cause().get().asString();
      fields = ScalaValues.with(fields, "cause", Json.string(cause));
    }
    fields = ScalaValues.with(fields, "response", activation.response().toJsonObject());
    fields = ScalaValues.with(fields, "logs", Json.strings(activation.logs()));
    fields =
        ScalaValues.with(fields, "version", SemVer$.MODULE$.toJson$extension(activation.version()));
    fields = ScalaValues.with(fields, "publish", Json.bool(activation.publish()));
    fields =
        ScalaValues.with(
            fields,
            "annotations",
            Parameters$.MODULE$.toJsArray$extension(activation.annotations()));
    return new JsObject(
        activation.duration().isDefined()
            ? ScalaValues.with(fields, "duration", Json.number((Long) activation.duration().get()))
            : fields);
  }

  static WhiskActivation read(JsValue json) {
    return new WhiskActivation(
        EntityPath.serdes()
            .read(Json.member(json, "namespace"))
            .org$apache$openwhisk$core$entity$EntityPath$$path(),
        EntityName.serdes().read(Json.member(json, "name")).name(),
        Subject$.MODULE$.serdes().read(Json.member(json, "subject")).toString(),
        ActivationId$.MODULE$.serdes().read(Json.member(json, "activationId")).asString(),
        instant(Json.member(json, "start")),
        instant(Json.member(json, "end")),
        Json.optional(json, "cause").map(id -> ActivationId$.MODULE$.serdes().read(id)),
        ResponseJson.read(Json.member(json, "response")),
        Json.texts(Json.member(json, "logs")),
        SemVer.serdes()
            .read(Json.member(json, "version"))
            .org$apache$openwhisk$core$entity$SemVer$$version(),
        Json.truth(Json.member(json, "publish")),
        Parameters$.MODULE$.serdes().read(Json.member(json, "annotations")).params(),
        Json.optional(json, "duration").map(Json::longInteger));
  }

  /** Milliseconds since the epoch, or an ISO text. */
  static Instant instant(JsValue json) {
    if (json instanceof JsNumber number) {
      return Instant.ofEpochMilli(number.value().longValue());
    }
    try {
      return Instant.parse(Json.text(json));
    } catch (DateTimeParseException | DeserializationException e) {
      throw Json.failure("timestamp malformed");
    }
  }

  private static JsValue path(WhiskActivation activation) {
    return EntityPath$.MODULE$.toJson$extension(activation.namespace());
  }

  private static JsValue millis(Instant instant) {
    return Json.number(instant.toEpochMilli());
  }
}
