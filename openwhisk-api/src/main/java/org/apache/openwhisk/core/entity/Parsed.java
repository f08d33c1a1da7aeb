// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import java.util.function.Function;
import scala.util.Try;
import spray.json.JsNumber;
import spray.json.JsValue;
import spray.json.RootJsonFormat;

/**
 * Formats that answer every failure to read with one text, as those of OpenWhisk's value classes
 * do.
 */
final class Parsed {
  private Parsed() {}

  static <T> RootJsonFormat<T> format(
      Function<T, ? extends JsValue> write, Function<JsValue, T> read, String failure) {
    return Json.format(
        write,
        json -> {
          Try<T> value = ScalaValues.attempt(() -> read.apply(json));
          if (value.isFailure()) {
            throw Json.failure(failure);
          }
          return value.get();
        });
  }

  /** As {@link #format}, but a failed requirement is told in its own words. */
  static <T> RootJsonFormat<T> checked(
      Function<T, ? extends JsValue> write, Function<JsValue, T> read, String failure) {
    return Json.format(
        write,
        json -> {
          Try<T> value = ScalaValues.attempt(() -> read.apply(json));
          if (value.isFailure()) {
            Throwable why = value.failed().get();
            throw why instanceof IllegalArgumentException
                ? Json.failure(String.valueOf(why.getMessage()), why)
                : Json.failure(failure, why);
          }
          return value.get();
        });
  }

  /** A whole number; anything else fails, a fraction with the text. */
  static int whole(JsValue json, String fraction) {
    if (!(json instanceof JsNumber number)) {
      throw Json.failure("no number");
    }
    CaseClass.require(number.value().isWhole(), fraction);
    return number.value().intValue();
  }
}
