// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm;

import io.wasmwhisk.invoker.Initializer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scala.collection.JavaConverters;
import spray.json.JsBoolean;
import spray.json.JsNull$;
import spray.json.JsObject;
import spray.json.JsString;
import spray.json.JsValue;

/** The bodies that the trait {@code Container} posts to {@code /init} and {@code /run}. */
final class Payloads {
  private static final String VALUE = "value";
  private static final String PREFIX = "__OW_";

  private Payloads() {}

  /**
   * {@code {"value": {name, main, code, binary, env}}}; the API host is in the invoker's settings.
   */
  static Initializer initializer(JsObject body, String apiHost) {
    Map<String, JsValue> value = fields(field(body, VALUE));
    Map<String, String> environment = new HashMap<>();
    environment.put(PREFIX + "API_HOST", apiHost);
    fields(value.get("env")).forEach((key, variable) -> environment.put(key, text(variable)));
    return new Initializer(
        text(value.get("name")),
        text(value.get("main")),
        text(value.get("code")),
        value.get("binary") instanceof JsBoolean binary && binary.value(),
        environment);
  }

  /** {@code {"value": parameters, …}}. */
  static String parameters(JsObject body) {
    JsValue value = field(body, VALUE);
    return value == null ? "{}" : value.compactPrint();
  }

  /** Everything else of it, {@code activation_id} as {@code __OW_ACTIVATION_ID} and so on. */
  static Map<String, String> environment(JsObject body) {
    Map<String, String> environment = new HashMap<>();
    fields(body)
        .forEach(
            (key, value) -> {
              if (!key.equals(VALUE)) {
                environment.put(PREFIX + key.toUpperCase(Locale.ROOT), text(value));
              }
            });
    return environment;
  }

  private static @Nullable JsValue field(JsObject object, String name) {
    return fields(object).get(name);
  }

  private static Map<String, JsValue> fields(@Nullable JsValue value) {
    return value instanceof JsObject object
        ? JavaConverters.mapAsJavaMap(object.fields())
        : Map.of();
  }

  /**
   * Strings as they are, anything else as JSON, nothing and null as an empty string ({@code
   * ExecutableWhiskAction.containerInitializer}).
   */
  private static String text(@Nullable JsValue value) {
    if (value == null || value instanceof JsNull$) {
      return "";
    }
    return value instanceof JsString string ? string.value() : value.compactPrint();
  }
}
