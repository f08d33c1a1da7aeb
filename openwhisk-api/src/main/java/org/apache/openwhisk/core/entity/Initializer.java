// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import scala.Tuple2;
import scala.collection.immutable.Map;
import spray.json.JsNull$;
import spray.json.JsNumber;
import spray.json.JsObject;
import spray.json.JsString;
import spray.json.JsValue;

/** What a container's initialisation gets. */
final class Initializer {
  private Initializer() {}

  static JsObject of(String name, CodeExec<?> exec, Map<String, JsValue> env) {
    Map<String, JsValue> fields =
        Json.unsorted(
                Json.entry("name", Json.string(name)),
                Json.entry("binary", Json.bool(exec.binary())),
                Json.entry("main", Json.string(ScalaValues.orElse(exec.entryPoint(), "main"))))
            .fields();
    if (env.nonEmpty()) {
      fields = ScalaValues.with(fields, "env", texts(env));
    }
    JsValue code = exec.codeAsJson();
    return new JsObject(
        code == null || code == JsNull$.MODULE$ ? fields : ScalaValues.with(fields, "code", code));
  }

  private static JsObject texts(Map<String, JsValue> env) {
    Map<String, JsValue> texts = ScalaValues.map();
    for (Tuple2<String, JsValue> entry : ScalaValues.entries(env)) {
      texts = ScalaValues.with(texts, entry._1(), Json.string(text(entry._2())));
    }
    return new JsObject(texts);
  }

  private static String text(JsValue value) {
    return switch (value) {
      case JsString string -> string.value();
      case JsNumber number -> number.value().toString();
      default -> value == JsNull$.MODULE$ ? "" : value.compactPrint();
    };
  }
}
