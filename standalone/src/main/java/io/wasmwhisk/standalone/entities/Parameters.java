// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.entities;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wasmwhisk.standalone.json.Fields;
import io.wasmwhisk.standalone.json.Json;
import io.wasmwhisk.standalone.json.MalformedJsonException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import scala.collection.JavaConverters;
import scala.collection.immutable.Map$;
import spray.json.JsArray;
import spray.json.JsNumber;
import spray.json.JsObject;
import spray.json.JsValue;

/**
 * Named values: an action's parameters, and the annotations of actions and activations ({@code
 * Parameters}). Immutable; the order is that of Scala's maps, because clients of OpenWhisk see it.
 */
public final class Parameters {
  public static final Parameters NONE = new Parameters(Map$.MODULE$.empty());

  private final scala.collection.immutable.Map<String, Value> values;

  private Parameters(scala.collection.immutable.Map<String, Value> values) {
    this.values = values;
  }

  /**
   * One value.
   *
   * @param json {@code null} as JSON stands for a value not bound yet
   * @param init only for initialization: the value becomes an environment variable, not an argument
   */
  record Value(JsValue json, boolean init) {}

  /**
   * Reads {@code [{"key": …, "value": …[, "init": …]}, …]}.
   *
   * @throws MalformedJsonException "parameters malformed!" for anything else
   */
  public static Parameters fromJson(JsValue json) {
    if (!(json instanceof JsArray array)) {
      throw malformed();
    }
    Parameters all = NONE;
    for (JsValue element : Json.elements(array)) {
      all = all.withElement(element);
    }
    return all;
  }

  private Parameters withElement(JsValue element) {
    if (!(element instanceof JsObject object)) {
      throw malformed();
    }
    Map<String, JsValue> fields = Json.fields(object);
    String key = Json.text(fields.get("key"));
    JsValue value = fields.get("value");
    Boolean init = fields.containsKey("init") ? Json.truth(fields.get("init")) : Boolean.FALSE;
    boolean encrypted = Json.field(object, "encryption").isPresent();
    if (key == null || value == null || init == null || encrypted) {
      throw malformed();
    }
    return new Parameters(values.updated(key, new Value(value, init)));
  }

  public Parameters with(String key, JsValue value) {
    return new Parameters(values.updated(key, new Value(value, false)));
  }

  public Parameters without(String key) {
    Parameters rest = NONE;
    for (var entry : view().entrySet()) {
      if (!entry.getKey().equals(key)) {
        rest = new Parameters(rest.values.updated(entry.getKey(), entry.getValue()));
      }
    }
    return rest;
  }

  /** These, overridden by those. */
  public Parameters withAll(Parameters those) {
    Parameters all = this;
    for (var entry : those.view().entrySet()) {
      all = new Parameters(all.values.updated(entry.getKey(), entry.getValue()));
    }
    return all;
  }

  public Optional<JsValue> get(String key) {
    return Optional.ofNullable(view().get(key)).map(Value::json);
  }

  /** Keys with a value: a final action's callers may not override these. */
  public Set<String> bound() {
    return view().entrySet().stream()
        .filter(entry -> !entry.getValue().json().equals(Json.NULL))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Keys that are for initialization only. */
  public Set<String> initOnly() {
    return view().entrySet().stream()
        .filter(entry -> entry.getValue().init())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * OpenWhisk's idea of truth: true, a number but 0, a text but "", any array or object; {@code
   * otherwise} when absent.
   */
  public boolean isTruthy(String key, boolean otherwise) {
    return get(key).map(Parameters::truthy).orElse(otherwise);
  }

  private static boolean truthy(JsValue value) {
    Boolean truth = Json.truth(value);
    if (truth != null) {
      return truth;
    }
    String text = Json.text(value);
    if (text != null) {
      return !text.isEmpty();
    }
    return value instanceof JsNumber number
        ? number.value().signum() != 0
        : !value.equals(Json.NULL);
  }

  /** The arguments of an activation: these, overridden by the caller's. */
  public JsObject mergedWith(JsObject payload) {
    Fields arguments = Fields.byName();
    for (var entry : view().entrySet()) {
      arguments = arguments.with(entry.getKey(), entry.getValue().json());
    }
    return arguments.withAll(payload).toJson();
  }

  /** The size that OpenWhisk limits: UTF-8 bytes of keys and of values printed as JSON. */
  public long size() {
    return view().entrySet().stream()
        .mapToLong(e -> bytes(e.getKey()) + bytes(e.getValue().json().compactPrint()))
        .sum();
  }

  /** All of them, in order. */
  public List<Entry> entries() {
    return view().entrySet().stream()
        .map(e -> new Entry(e.getKey(), e.getValue().json(), e.getValue().init()))
        .toList();
  }

  /**
   * One parameter.
   *
   * @param init only for initialization
   */
  public record Entry(String key, JsValue value, boolean init) {}

  public JsArray toJson() {
    return Json.array(view().entrySet().stream().map(Parameters::element).toList());
  }

  private static JsObject element(Map.Entry<String, Value> entry) {
    Fields element =
        Fields.asMap().with("key", entry.getKey()).with("value", entry.getValue().json());
    return (entry.getValue().init() ? element.with("init", true) : element).toJson();
  }

  private Map<String, Value> view() {
    return JavaConverters.mapAsJavaMapConverter(values).asJava();
  }

  private static long bytes(String text) {
    return text.getBytes(UTF_8).length;
  }

  private static MalformedJsonException malformed() {
    return new MalformedJsonException("parameters malformed!");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Parameters those && values.equals(those.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return toJson().compactPrint();
  }
}
