// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import scala.Option;
import scala.collection.immutable.Map;
import spray.json.JsObject;
import spray.json.JsValue;

/** The JSON form of an invoker. */
final class InvokerJson {
  private InvokerJson() {}

  static JsObject write(InvokerInstanceId id) {
    Map<String, JsValue> fields =
        Json.object(
                Json.entry("instance", Json.number(id.instance())),
                Json.entry("userMemory", Json.string(id.userMemory().toString())))
            .fields();
    if (id.busyMemory().isDefined()) {
      fields =
          ScalaValues.with(fields, "busyMemory", Json.string(id.busyMemory().get().toString()));
    }
    fields = ScalaValues.with(fields, "instanceType", Json.string(id.instanceType()));
    fields = ScalaValues.with(fields, "tags", Json.strings(id.tags()));
    fields =
        ScalaValues.with(fields, "dedicatedNamespaces", Json.strings(id.dedicatedNamespaces()));
    if (id.uniqueName().isDefined()) {
      fields = ScalaValues.with(fields, "uniqueName", Json.string(id.uniqueName().get()));
    }
    if (id.displayedName().isDefined()) {
      fields = ScalaValues.with(fields, "displayedName", Json.string(id.displayedName().get()));
    }
    return new JsObject(fields);
  }

  static InvokerInstanceId read(JsValue json) {
    InvokerInstanceId id =
        new InvokerInstanceId(
            Json.integer(Json.member(json, "instance")),
            optionalText(json, "uniqueName"),
            optionalText(json, "displayedName"),
            ByteSize.fromString(Json.text(Json.member(json, "userMemory"))),
            optionalText(json, "busyMemory").map(ByteSize::fromString),
            Json.texts(Json.member(json, "tags")),
            Json.texts(Json.member(json, "dedicatedNamespaces")));
    if (!"invoker".equals(Json.text(Json.member(json, "instanceType")))) {
      throw Json.failure("could not read InvokerInstanceId");
    }
    return id;
  }

  private static Option<String> optionalText(JsValue json, String name) {
    return Json.optional(json, name).map(Json::text);
  }
}
