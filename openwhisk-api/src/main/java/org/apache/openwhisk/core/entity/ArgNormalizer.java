// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import scala.util.Try;
import spray.json.JsValue;
import spray.json.RootJsonFormat;

/**
 * Makes values from texts, which are trimmed and must not be empty.
 *
 * @param <T> the value class, boxed
 */
public interface ArgNormalizer<T> {
  /** The JSON form. */
  RootJsonFormat<T> serdes();

  /** The value of a text that is JSON, or else of the text as a JSON string. */
  default T factory(String s) {
    return factory$(this, s);
  }

  /** The body of {@link #factory}. */
  static <T> T factory$(ArgNormalizer<T> self, String s) {
    Try<JsValue> json = ScalaValues.attempt(() -> Json.parse(s));
    return self.serdes().read(json.isSuccess() ? json.get() : Json.string(s));
  }

  /**
   * The value of a text.
   *
   * @throws IllegalArgumentException where the text is null or blank
   */
  default T apply(String s) {
    return apply$(this, s);
  }

  /** The body of {@link #apply}. */
  static <T> T apply$(ArgNormalizer<T> self, @Nullable String s) {
    CaseClass.require(s != null && !s.isBlank(), "argument undefined");
    return self.factory(Objects.requireNonNull(s).trim());
  }

  /**
   * What scalac calls from the constructor of every implementing class; the trait has no fields.
   */
  static void $init$(ArgNormalizer<?> self) {}
}
