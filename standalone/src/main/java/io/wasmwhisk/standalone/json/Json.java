// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import scala.collection.JavaConverters;
import spray.json.JsArray;
import spray.json.JsBoolean;
import spray.json.JsBoolean$;
import spray.json.JsNull$;
import spray.json.JsNumber$;
import spray.json.JsObject;
import spray.json.JsString;
import spray.json.JsValue;

/** spray-json values from and to Java's. */
public final class Json {
  public static final JsValue NULL = JsNull$.MODULE$;

  private Json() {}

  public static JsValue of(long number) {
    return JsNumber$.MODULE$.apply(number);
  }

  public static JsValue of(String text) {
    return new JsString(text);
  }

  public static JsValue of(boolean truth) {
    return JsBoolean$.MODULE$.apply(truth);
  }

  public static JsArray array(List<? extends JsValue> elements) {
    List<JsValue> values = List.copyOf(elements);
    return new JsArray(JavaConverters.asScalaBufferConverter(values).asScala().toVector());
  }

  /** An array of the images of {@code elements}. */
  public static <T> JsArray array(List<T> elements, Function<? super T, ? extends JsValue> write) {
    return array(elements.stream().<JsValue>map(write).toList());
  }

  public static List<JsValue> elements(JsArray array) {
    return JavaConverters.seqAsJavaListConverter(array.elements()).asJava();
  }

  /** A view of the object's fields, in its own order. */
  public static Map<String, JsValue> fields(JsObject object) {
    return JavaConverters.mapAsJavaMapConverter(object.fields()).asJava();
  }

  /**
   * The field's value; empty when it is absent, and when it is {@code null} as OpenWhisk's optional
   * fields are.
   */
  public static Optional<JsValue> field(JsObject object, String name) {
    return Optional.ofNullable(fields(object).get(name)).filter(value -> !value.equals(NULL));
  }

  /**
   * The value as an object.
   *
   * @throws MalformedJsonException "JSON object expected", spray-json's words
   */
  public static JsObject asObject(JsValue value) {
    if (value instanceof JsObject object) {
      return object;
    }
    throw new MalformedJsonException("JSON object expected");
  }

  /** The text of a JSON string, else null. */
  public static @Nullable String text(@Nullable JsValue value) {
    return value instanceof JsString string ? string.value() : null;
  }

  /** The truth of a JSON boolean, else null. */
  public static @Nullable Boolean truth(@Nullable JsValue value) {
    return value instanceof JsBoolean bool ? bool.value() : null;
  }
}
