// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Some;
import scala.collection.immutable.Map;
import scala.collection.immutable.Set;
import scala.util.Try;
import spray.json.JsArray;
import spray.json.JsObject;
import spray.json.JsValue;
import spray.json.JsonReader;

/**
 * Parameters or annotations: values by name, in no particular order.
 *
 * <p>A value class: see the package. Its methods and factories are in {@link Parameters$}.
 */
public final class Parameters {
  private final Map<ParameterName, ParameterValue> params;

  /** Boxes the value. */
  public Parameters(Map<ParameterName, ParameterValue> params) {
    this.params = params;
  }

  /** The size of all names and values. */
  public static ByteSize size$extension(Map<ParameterName, ParameterValue> $this) {
    return Parameters$.MODULE$.size$extension($this);
  }

  /** With one more parameter. */
  public static Map<ParameterName, ParameterValue> $plus$extension(
      Map<ParameterName, ParameterValue> $this, String p, ParameterValue v) {
    return Parameters$.MODULE$.$plus$extension($this, p, v);
  }

  /** With all parameters of the other, which win. */
  public static Map<ParameterName, ParameterValue> $plus$plus$extension0(
      Map<ParameterName, ParameterValue> $this, Map<ParameterName, ParameterValue> p) {
    return Parameters$.MODULE$.$plus$plus$extension0($this, p);
  }

  /** With all parameters of the other, which win. */
  public static Map<ParameterName, ParameterValue> $plus$plus$extension1(
      Map<ParameterName, ParameterValue> $this, Option<Parameters> p) {
    return Parameters$.MODULE$.$plus$plus$extension1($this, p);
  }

  /** Without a parameter. */
  public static Map<ParameterName, ParameterValue> $minus$extension(
      Map<ParameterName, ParameterValue> $this, String p) {
    return Parameters$.MODULE$.$minus$extension($this, p);
  }

  /** The names of the parameters that are not null. */
  public static Set<String> definedParameters$extension(Map<ParameterName, ParameterValue> $this) {
    return Parameters$.MODULE$.definedParameters$extension($this);
  }

  /** The names of the parameters that only the initialisation gets. */
  public static Set<String> initParameters$extension(Map<ParameterName, ParameterValue> $this) {
    return Parameters$.MODULE$.initParameters$extension($this);
  }

  /** The JSON form: an array of {@code {"key", "value", "init" if true, "encryption" if any}}. */
  public static JsArray toJsArray$extension(Map<ParameterName, ParameterValue> $this) {
    return Parameters$.MODULE$.toJsArray$extension($this);
  }

  /** The values by name. */
  public static JsObject toJsObject$extension(Map<ParameterName, ParameterValue> $this) {
    return Parameters$.MODULE$.toJsObject$extension($this);
  }

  /** The values by name with those of the payload, which win. */
  public static Some<JsObject> merge$extension(
      Map<ParameterName, ParameterValue> $this, Option<JsObject> payload) {
    return Parameters$.MODULE$.merge$extension($this, payload);
  }

  /** A value. */
  public static Option<JsValue> get$extension(Map<ParameterName, ParameterValue> $this, String p) {
    return Parameters$.MODULE$.get$extension($this, p);
  }

  /** A value as the reader reads it; fails where it is missing or something else. */
  public static <T> Try<T> getAs$extension(
      Map<ParameterName, ParameterValue> $this, String p, JsonReader<T> reader) {
    return Parameters$.MODULE$.getAs$extension($this, p, reader);
  }

  /** Whether a value is neither false, 0, the empty text nor null. */
  public static boolean isTruthy$extension(
      Map<ParameterName, ParameterValue> $this, String p, boolean valueForNonExistent) {
    return Parameters$.MODULE$.isTruthy$extension($this, p, valueForNonExistent);
  }

  /** The value as a text. */
  public static String toString$extension(Map<ParameterName, ParameterValue> $this) {
    return Parameters$.MODULE$.toString$extension($this);
  }

  /** The value's hash. */
  public static int hashCode$extension(Map<ParameterName, ParameterValue> $this) {
    return Parameters$.MODULE$.hashCode$extension($this);
  }

  /** Whether the other is a boxed value that is equal. */
  public static boolean equals$extension(
      Map<ParameterName, ParameterValue> $this, @Nullable Object that) {
    return Parameters$.MODULE$.equals$extension($this, that);
  }

  /** The value. */
  public Map<ParameterName, ParameterValue> params() {
    return params;
  }

  @Override
  public String toString() {
    return Parameters$.MODULE$.toString$extension(params);
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return Parameters$.MODULE$.equals$extension(params, that);
  }

  @Override
  public int hashCode() {
    return Parameters$.MODULE$.hashCode$extension(params);
  }
}
