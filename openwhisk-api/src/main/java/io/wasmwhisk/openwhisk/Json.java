// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.openwhisk;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Tuple2;
import scala.collection.immutable.List$;
import scala.collection.immutable.Map;
import scala.collection.immutable.TreeMap$;
import scala.collection.immutable.Vector;
import scala.math.BigDecimal;
import scala.math.Ordering;
import spray.json.DeserializationException;
import spray.json.JsArray;
import spray.json.JsBoolean;
import spray.json.JsBoolean$;
import spray.json.JsNull$;
import spray.json.JsNumber;
import spray.json.JsNumber$;
import spray.json.JsObject;
import spray.json.JsString;
import spray.json.JsValue;
import spray.json.JsonParser$;
import spray.json.ParserInput$;
import spray.json.RootJsonFormat;

/** spray-json from Java: values, formats, and the failures that spray's own formats raise. */
public final class Json {
  private Json() {}

  /** Parses a JSON text; throws spray's {@code ParsingException} where it is none. */
  public static JsValue parse(String text) {
    return JsonParser$.MODULE$.apply(ParserInput$.MODULE$.apply(text));
  }

  /** A format of the two functions. */
  public static <T> RootJsonFormat<T> format(
      Function<T, ? extends JsValue> write, Function<JsValue, T> read) {
    return new RootJsonFormat<>() {
      @Override
      public JsValue write(T value) {
        return write.apply(value);
      }

      @Override
      public T read(JsValue json) {
        return read.apply(json);
      }
    };
  }

  /** {@code JsString}. */
  public static JsString string(String text) {
    return new JsString(text);
  }

  /** {@code JsNumber} of an integer. */
  public static JsNumber number(long value) {
    return JsNumber$.MODULE$.apply(value);
  }

  /** {@code JsBoolean}. */
  public static JsBoolean bool(boolean value) {
    return JsBoolean$.MODULE$.apply(value);
  }

  /** {@code JsArray} of strings. */
  public static JsArray strings(scala.collection.Iterable<String> texts) {
    java.util.List<JsValue> all = new java.util.ArrayList<>();
    ScalaValues.each(texts).forEach(text -> all.add(new JsString(text)));
    return new JsArray(ScalaValues.vector(all));
  }

  /** An object's field, or null. */
  public static @Nullable JsValue field(JsObject object, String name) {
    Option<JsValue> value = object.fields().get(name);
    return value.isDefined() ? value.get() : null;
  }

  /** The fields of an object; what is no object fails as spray's {@code asJsObject} does. */
  public static Map<String, JsValue> fields(JsValue json) {
    return json.asJsObject("JSON object expected").fields();
  }

  /** The object of these fields in the order of their names, as {@code JsObject(fields: _*)} is. */
  @SafeVarargs
  public static JsObject object(Tuple2<String, ? extends JsValue>... fields) {
    return new JsObject(
        all(TreeMap$.MODULE$.<String, JsValue>empty(Ordering.String$.MODULE$), fields));
  }

  /** The object of these fields in a plain map, as {@code JsObject(Map(fields: _*))} is. */
  @SafeVarargs
  public static JsObject unsorted(Tuple2<String, ? extends JsValue>... fields) {
    return new JsObject(all(ScalaValues.map(), fields));
  }

  /** A field for {@link #object}. */
  public static Tuple2<String, JsValue> entry(String name, JsValue value) {
    return new Tuple2<>(name, value);
  }

  /** The texts of an array of strings; anything else fails as spray's formats do. */
  public static Vector<String> texts(JsValue json) {
    if (!(json instanceof JsArray array)) {
      throw failure("Expected Vector as JsArray, but got " + json);
    }
    java.util.List<String> all = new java.util.ArrayList<>();
    ScalaValues.each(array.elements()).forEach(element -> all.add(text(element)));
    return ScalaValues.vector(all);
  }

  /** The text of a string; anything else fails as spray's format does. */
  public static String text(JsValue json) {
    if (json instanceof JsString string) {
      return string.value();
    }
    throw failure("Expected String as JsString, but got " + json);
  }

  /** The number as an int; anything else fails as spray's format does. */
  public static int integer(JsValue json) {
    return decimal(json, "Int").intValue();
  }

  /** The number as a long; anything else fails as spray's format does. */
  public static long longInteger(JsValue json) {
    return decimal(json, "Long").longValue();
  }

  /** The boolean; anything else fails as spray's format does. */
  public static boolean truth(JsValue json) {
    if (json instanceof JsBoolean bool) {
      return bool.value();
    }
    throw failure("Expected JsBoolean, but got " + json);
  }

  /** The member of an object; a missing one fails as spray's case-class formats do. */
  public static JsValue member(JsValue json, String name) {
    if (!(json instanceof JsObject object)) {
      throw new DeserializationException(
          "Object expected in field '" + name + "'",
          null,
          List$.MODULE$.<String>empty().$colon$colon(name));
    }
    JsValue value = field(object, name);
    if (value == null) {
      throw new DeserializationException(
          "Object is missing required member '" + name + "'",
          new java.util.NoSuchElementException("key not found: " + name),
          List$.MODULE$.<String>empty().$colon$colon(name));
    }
    return value;
  }

  /** The member of an object, where it is there and not null. */
  public static Option<JsValue> optional(JsValue json, String name) {
    JsValue value = json instanceof JsObject object ? field(object, name) : member(json, name);
    return value == null || value == JsNull$.MODULE$ ? ScalaValues.none() : ScalaValues.some(value);
  }

  /** A spray deserialisation failure with this text. */
  public static DeserializationException failure(String text) {
    return failure(text, null);
  }

  /** A spray deserialisation failure with this text and cause. */
  public static DeserializationException failure(String text, @Nullable Throwable cause) {
    return new DeserializationException(text, cause, List$.MODULE$.<String>empty());
  }

  private static Map<String, JsValue> all(
      Map<String, JsValue> empty, Tuple2<String, ? extends JsValue>[] fields) {
    Map<String, JsValue> all = empty;
    for (Tuple2<String, ? extends JsValue> field : fields) {
      all = ScalaValues.with(all, field._1(), field._2());
    }
    return all;
  }

  private static BigDecimal decimal(JsValue json, String type) {
    if (json instanceof JsNumber number) {
      return number.value();
    }
    throw failure("Expected " + type + " as JsNumber, but got " + json);
  }
}
