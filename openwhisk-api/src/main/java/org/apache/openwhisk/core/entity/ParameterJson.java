// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import scala.Option;
import scala.collection.immutable.Map;
import scala.util.Try;
import spray.json.JsArray;
import spray.json.JsBoolean;
import spray.json.JsNull$;
import spray.json.JsNumber;
import spray.json.JsObject;
import spray.json.JsString;
import spray.json.JsValue;

/** The JSON form of parameters. */
final class ParameterJson {
  private ParameterJson() {}

  static JsObject write(ParameterName name, ParameterValue value) {
    Map<String, JsValue> fields =
        Json.unsorted(
                Json.entry("key", Json.string(name.name())), Json.entry("value", value.value()))
            .fields();
    if (value.init()) {
      fields = ScalaValues.with(fields, "init", Json.bool(true));
    }
    if (value.encryption().isDefined()) {
      fields = ScalaValues.with(fields, "encryption", Json.string(value.encryption().get()));
    }
    return new JsObject(fields);
  }

  static Parameters read(JsValue json) {
    if (json instanceof JsArray array) {
      Try<Parameters> parameters = ScalaValues.attempt(() -> read(array));
      if (parameters.isSuccess()) {
        return parameters.get();
      }
    }
    throw Json.failure("parameters malformed!");
  }

  static boolean truthy(JsValue value) {
    return switch (value) {
      case JsBoolean bool -> bool.value();
      case JsNumber number -> number.value().signum() != 0;
      case JsString string -> !string.value().isEmpty();
      default -> value != JsNull$.MODULE$;
    };
  }

  private static Parameters read(JsArray array) {
    Map<ParameterName, ParameterValue> all = ScalaValues.map();
    for (JsValue element : ScalaValues.each(array.elements())) {
      JsObject object = new JsObject(Json.fields(element));
      JsValue init = Json.field(object, "init");
      all =
          ScalaValues.with(
              all,
              new ParameterName(Json.text(Json.member(element, "key"))),
              new ParameterValue(
                  Json.member(element, "value"),
                  init != null && Json.truth(init),
                  encryption(object, init != null)));
    }
    return new Parameters(all);
  }

  // Null is no encryption, but only beside "init": so OpenWhisk's own format reads it.
  private static Option<String> encryption(JsObject object, boolean mayBeNull) {
    JsValue encryption = Json.field(object, "encryption");
    if (encryption == null || (mayBeNull && encryption == JsNull$.MODULE$)) {
      return ScalaValues.none();
    }
    return ScalaValues.some(Json.text(encryption));
  }
}
