// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.json;

import scala.collection.immutable.Map;
import scala.collection.immutable.Map$;
import scala.collection.immutable.TreeMap;
import scala.math.Ordering.String$;
import spray.json.JsObject;
import spray.json.JsValue;

/**
 * An immutable object in the making. OpenWhisk's documents come in two orders, and clients see
 * both: fields by name wherever spray-json made the object from a list of fields, and Scala's map
 * order (that of insertion up to four fields) wherever it was given a map.
 */
public final class Fields {
  private final Map<String, JsValue> fields;

  private Fields(Map<String, JsValue> fields) {
    this.fields = fields;
  }

  /** No fields yet; they will be ordered by name. */
  public static Fields byName() {
    return new Fields(new TreeMap<>(String$.MODULE$));
  }

  /** No fields yet; they will be in the order of Scala's immutable maps. */
  public static Fields asMap() {
    return new Fields(Map$.MODULE$.empty());
  }

  public static Fields of(JsObject object) {
    return new Fields(object.fields());
  }

  public Fields with(String name, JsValue value) {
    return new Fields(fields.updated(name, value));
  }

  public Fields with(String name, String value) {
    return with(name, Json.of(value));
  }

  public Fields with(String name, long value) {
    return with(name, Json.of(value));
  }

  public Fields with(String name, boolean value) {
    return with(name, Json.of(value));
  }

  /** All fields of {@code object} over those already here. */
  public Fields withAll(JsObject object) {
    Fields all = this;
    for (var field : Json.fields(object).entrySet()) {
      all = all.with(field.getKey(), field.getValue());
    }
    return all;
  }

  public JsObject toJson() {
    return new JsObject(fields);
  }
}
