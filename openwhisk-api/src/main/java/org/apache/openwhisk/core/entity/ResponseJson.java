// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import scala.collection.immutable.Map;
import spray.json.JsObject;
import spray.json.JsValue;

/** The JSON form of an outcome. */
final class ResponseJson {
  private ResponseJson() {}

  static JsObject write(ActivationResponse response) {
    Map<String, JsValue> fields =
        Json.object(Json.entry("statusCode", Json.number(response.statusCode()))).fields();
    if (response.result().isDefined()) {
      fields = ScalaValues.with(fields, "result", response.result().get());
    }
    if (response.size().isDefined()) {
      fields = ScalaValues.with(fields, "size", Json.number((Integer) response.size().get()));
    }
    return new JsObject(fields);
  }

  static JsObject extended(ActivationResponse response) {
    Map<String, JsValue> fields = ScalaValues.without(write(response).fields(), "statusCode");
    fields = ScalaValues.with(fields, "success", Json.bool(response.isSuccess()));
    String status = ActivationResponse$.MODULE$.messageForCode(response.statusCode());
    return new JsObject(ScalaValues.with(fields, "status", Json.string(status)));
  }

  static ActivationResponse read(JsValue json) {
    return new ActivationResponse(
        Json.integer(Json.member(json, "statusCode")),
        Json.optional(json, "result"),
        Json.optional(json, "size").map(Json::integer));
  }
}
