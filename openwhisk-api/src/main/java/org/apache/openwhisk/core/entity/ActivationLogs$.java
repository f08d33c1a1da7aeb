// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.ScalaValues;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.Vector;
import spray.json.JsObject;
import spray.json.JsValue;
import spray.json.RootJsonFormat;

/** Makes and uses {@link ActivationLogs} values. */
public final class ActivationLogs$ implements scala.Serializable {
  public static final ActivationLogs$ MODULE$ = new ActivationLogs$();

  private ActivationLogs$() {}

  /** The JSON form: an array of strings. */
  public RootJsonFormat<ActivationLogs> serdes() {
    return Json.format(
        logs -> toJson$extension(logs.logs()), json -> new ActivationLogs(Json.texts(json)));
  }

  /** These lines. */
  public Vector<String> apply(Vector<String> logs) {
    return logs;
  }

  /** No lines. */
  public Vector<String> apply$default$1() {
    return ScalaValues.vector(List.of());
  }

  /** The JSON form of an answer: {@code {"logs": […]}}. */
  public JsObject toJsonObject$extension(Vector<String> $this) {
    return Json.object(Json.entry("logs", toJson$extension($this)));
  }

  /** The JSON form: an array of strings. */
  public JsValue toJson$extension(Vector<String> $this) {
    return Json.strings($this);
  }

  /** The value as a text. */
  public String toString$extension(Vector<String> $this) {
    return $this.mkString("[", ", ", "]");
  }

  /** Whether the other is a boxed value of this class. */
  public boolean canEqual$extension(Vector<String> $this, Object that) {
    return that instanceof ActivationLogs;
  }

  /** The value's hash. */
  public int hashCode$extension(Vector<String> $this) {
    return Objects.hashCode($this);
  }

  /** Whether the other is a boxed value that is equal. */
  public boolean equals$extension(Vector<String> $this, @Nullable Object that) {
    return that instanceof ActivationLogs other && Objects.equals($this, other.logs());
  }
}
