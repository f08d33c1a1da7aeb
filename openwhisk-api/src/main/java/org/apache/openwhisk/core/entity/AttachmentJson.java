// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import akka.http.scaladsl.model.ContentType;
import akka.http.scaladsl.model.ContentType$;
import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import org.apache.openwhisk.core.entity.Attachments.Attached;
import org.apache.openwhisk.core.entity.Attachments.Attachment;
import org.apache.openwhisk.core.entity.Attachments.Inline;
import scala.collection.immutable.Map;
import scala.util.Either;
import scala.util.Try;
import spray.json.JsObject;
import spray.json.JsString;
import spray.json.JsValue;

/**
 * The JSON form of a text that may be attached: the text, or {@code {"attachmentName",
 * "attachmentType", …}}.
 */
final class AttachmentJson {
  private AttachmentJson() {}

  static JsValue write(Attachment<?> attachment) {
    if (attachment instanceof Inline<?> inline) {
      return Json.string((String) inline.value());
    }
    Attached attached = (Attached) attachment;
    Map<String, JsValue> fields =
        Json.object(
                Json.entry("attachmentName", Json.string(attached.attachmentName())),
                Json.entry("attachmentType", Json.string(attached.attachmentType().value())))
            .fields();
    if (attached.length().isDefined()) {
      fields = ScalaValues.with(fields, "length", Json.number((Long) attached.length().get()));
    }
    if (attached.digest().isDefined()) {
      fields = ScalaValues.with(fields, "digest", Json.string(attached.digest().get()));
    }
    return new JsObject(fields);
  }

  @SuppressWarnings("unchecked") // an attachment has no value of its own
  static Attachment<String> read(JsValue json) {
    if (json instanceof JsString text) {
      return new Inline<>(text.value());
    }
    Try<Attached> attached = ScalaValues.attempt(() -> attached(json));
    if (attached.isFailure()) {
      throw Json.failure("Could not deserialize as attachment record: " + json);
    }
    return (Attachment<String>) (Attachment<?>) attached.get();
  }

  static Attached attached(JsValue json) {
    String type = Json.text(Json.member(json, "attachmentType"));
    Either<?, ContentType> parsed = ContentType$.MODULE$.parse(type);
    if (parsed.isLeft()) {
      throw Json.failure("Could not deserialize content-type");
    }
    return new Attached(
        Json.text(Json.member(json, "attachmentName")),
        parsed.right().get(),
        Json.optional(json, "length").map(Json::longInteger),
        Json.optional(json, "digest").map(Json::text));
  }
}
