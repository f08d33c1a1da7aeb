// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import io.wasmwhisk.openwhisk.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Some;
import scala.Tuple2;
import scala.collection.immutable.Map;
import scala.collection.immutable.Set;
import scala.util.Try;
import spray.json.JsArray;
import spray.json.JsNull$;
import spray.json.JsObject;
import spray.json.JsValue;
import spray.json.JsonReader;
import spray.json.RootJsonFormat;

/** Makes and uses {@link Parameters} values. */
public final class Parameters$ implements ArgNormalizer<Parameters> {
  public static final Parameters$ MODULE$ = new Parameters$();

  private static Set<String> names(
      Map<ParameterName, ParameterValue> params, Predicate<ParameterValue> of) {
    List<String> names = new ArrayList<>();
    for (Tuple2<ParameterName, ParameterValue> p : ScalaValues.entries(params)) {
      if (of.test(p._2())) {
        names.add(p._1().name());
      }
    }
    return ScalaValues.set(names);
  }

  private Parameters$() {}

  /** The greatest size, from {@code whisk.parameter-size-limit}. */
  public ByteSize MAX_SIZE() {
    return Sizes.read(Settings.top(), "whisk.parameter-size-limit");
  }

  /** The greatest size in a namespace that names none. */
  public ByteSize MAX_SIZE_DEFAULT() {
    Settings namespace = Settings.under("whisk.namespace-default-limit");
    return namespace.hasAll("parameter-size-limit")
        ? Sizes.read(namespace, "parameter-size-limit")
        : MAX_SIZE();
  }

  /** The greatest size. */
  public ByteSize sizeLimit() {
    return MAX_SIZE();
  }

  /** No parameters. */
  public Map<ParameterName, ParameterValue> apply() {
    return ScalaValues.map();
  }

  /**
   * One parameter with a text.
   *
   * @throws IllegalArgumentException where the name is blank
   */
  public Map<ParameterName, ParameterValue> apply(String p, @Nullable String v, boolean init) {
    return apply(p, v == null ? JsNull$.MODULE$ : Json.string(v.trim()), init);
  }

  /**
   * One parameter with a value.
   *
   * @throws IllegalArgumentException where the name is blank
   */
  public Map<ParameterName, ParameterValue> apply(
      @Nullable String p, @Nullable JsValue v, boolean init) {
    CaseClass.require(p != null && !p.isBlank(), "key undefined");
    return $plus$extension(
        ScalaValues.map(),
        Objects.requireNonNull(p).trim(),
        new ParameterValue(v == null ? JsNull$.MODULE$ : v, init, ScalaValues.none()));
  }

  /**
   * One parameter with a value.
   *
   * @throws IllegalArgumentException where the name is blank
   */
  public Map<ParameterName, ParameterValue> apply(@Nullable String p, @Nullable JsValue v) {
    return apply(p, v, false);
  }

  /** The JSON form. */
  @Override
  public RootJsonFormat<Parameters> serdes() {
    return Json.format(parameters -> toJsArray$extension(parameters.params()), ParameterJson::read);
  }

  /** The size of all names and values. */
  public ByteSize size$extension(Map<ParameterName, ParameterValue> $this) {
    ByteSize size = Sizes.none();
    for (Tuple2<ParameterName, ParameterValue> p : ScalaValues.entries($this)) {
      size = size.$plus(ParameterName.size$extension(p._1().name())).$plus(p._2().size());
    }
    return size;
  }

  /** With one more parameter. */
  public Map<ParameterName, ParameterValue> $plus$extension(
      Map<ParameterName, ParameterValue> $this, String p, ParameterValue v) {
    return ScalaValues.with($this, new ParameterName(p), v);
  }

  /** With all parameters of the other, which win. */
  public Map<ParameterName, ParameterValue> $plus$plus$extension0(
      Map<ParameterName, ParameterValue> $this, Map<ParameterName, ParameterValue> p) {
    return ScalaValues.union($this, p);
  }

  /** With all parameters of the other, which win. */
  public Map<ParameterName, ParameterValue> $plus$plus$extension1(
      Map<ParameterName, ParameterValue> $this, Option<Parameters> p) {
    return p.isDefined() ? ScalaValues.union($this, p.get().params()) : $this;
  }

  /** Without a parameter. */
  public Map<ParameterName, ParameterValue> $minus$extension(
      Map<ParameterName, ParameterValue> $this, String p) {
    return ScalaValues.without($this, new ParameterName(p));
  }

  /** The names of the parameters that are not null. */
  public Set<String> definedParameters$extension(Map<ParameterName, ParameterValue> $this) {
    return names($this, ParameterValue::isDefined);
  }

  /** The names of the parameters that only the initialisation gets. */
  public Set<String> initParameters$extension(Map<ParameterName, ParameterValue> $this) {
    return names($this, ParameterValue::init);
  }

  /** The JSON form: an array of {@code {"key", "value", "init" if true, "encryption" if any}}. */
  public JsArray toJsArray$extension(Map<ParameterName, ParameterValue> $this) {
    List<JsValue> all = new ArrayList<>();
    for (Tuple2<ParameterName, ParameterValue> p : ScalaValues.entries($this)) {
      all.add(ParameterJson.write(p._1(), p._2()));
    }
    return new JsArray(ScalaValues.vector(all));
  }

  /** The values by name. */
  public JsObject toJsObject$extension(Map<ParameterName, ParameterValue> $this) {
    Map<String, JsValue> all = ScalaValues.map();
    for (Tuple2<ParameterName, ParameterValue> p : ScalaValues.entries($this)) {
      all = ScalaValues.with(all, p._1().name(), p._2().value());
    }
    return new JsObject(all);
  }

  /** The values by name with those of the payload, which win. */
  public Some<JsObject> merge$extension(
      Map<ParameterName, ParameterValue> $this, Option<JsObject> payload) {
    Map<String, JsValue> own = toJsObject$extension($this).fields();
    return new Some<>(
        new JsObject(payload.isDefined() ? ScalaValues.union(own, payload.get().fields()) : own));
  }

  /** A value. */
  public Option<JsValue> get$extension(Map<ParameterName, ParameterValue> $this, String p) {
    return $this.get(new ParameterName(p)).map(ParameterValue::value);
  }

  /** A value as the reader reads it; fails where it is missing or something else. */
  public <T> Try<T> getAs$extension(
      Map<ParameterName, ParameterValue> $this, String p, JsonReader<T> reader) {
    return ScalaValues.attempt(
        () -> {
          Option<JsValue> value = get$extension($this, p);
          if (!value.isDefined()) {
            throw new IllegalStateException("key '" + p + "' does not exist");
          }
          return reader.read(value.get());
        });
  }

  /** Whether a value is neither false, 0, the empty text nor null. */
  public boolean isTruthy$extension(
      Map<ParameterName, ParameterValue> $this, String p, boolean valueForNonExistent) {
    Option<JsValue> value = get$extension($this, p);
    return value.isDefined() ? ParameterJson.truthy(value.get()) : valueForNonExistent;
  }

  /** The value as a text. */
  public String toString$extension(Map<ParameterName, ParameterValue> $this) {
    return toJsArray$extension($this).compactPrint();
  }

  /** The value's hash. */
  public int hashCode$extension(Map<ParameterName, ParameterValue> $this) {
    return Objects.hashCode($this);
  }

  /** Whether the other is a boxed value that is equal. */
  public boolean equals$extension(Map<ParameterName, ParameterValue> $this, @Nullable Object that) {
    return that instanceof Parameters other && Objects.equals($this, other.params());
  }
}
