// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Product;
import scala.collection.immutable.Vector;
import spray.json.JsObject;
import spray.json.JsValue;

/**
 * The log lines of an activation.
 *
 * <p>A value class: see the package. Its methods and factories are in {@link ActivationLogs$}.
 */
public final class ActivationLogs implements Product, scala.Serializable {
  private final Vector<String> logs;

  /** Boxes the value. */
  public ActivationLogs(Vector<String> logs) {
    this.logs = logs;
  }

  /** These lines. */
  public static Vector<String> apply(Vector<String> logs) {
    return ActivationLogs$.MODULE$.apply(logs);
  }

  /** No lines. */
  public static Vector<String> apply$default$1() {
    return ActivationLogs$.MODULE$.apply$default$1();
  }

  /** The JSON form of an answer: {@code {"logs": […]}}. */
  public static JsObject toJsonObject$extension(Vector<String> $this) {
    return ActivationLogs$.MODULE$.toJsonObject$extension($this);
  }

  /** The JSON form: an array of strings. */
  public static JsValue toJson$extension(Vector<String> $this) {
    return ActivationLogs$.MODULE$.toJson$extension($this);
  }

  /** The value as a text. */
  public static String toString$extension(Vector<String> $this) {
    return ActivationLogs$.MODULE$.toString$extension($this);
  }

  /** Whether the other is a boxed value of this class. */
  public static boolean canEqual$extension(Vector<String> $this, Object that) {
    return ActivationLogs$.MODULE$.canEqual$extension($this, that);
  }

  /** The value's hash. */
  public static int hashCode$extension(Vector<String> $this) {
    return ActivationLogs$.MODULE$.hashCode$extension($this);
  }

  /** Whether the other is a boxed value that is equal. */
  public static boolean equals$extension(Vector<String> $this, @Nullable Object that) {
    return ActivationLogs$.MODULE$.equals$extension($this, that);
  }

  /** The value. */
  public Vector<String> logs() {
    return logs;
  }

  @Override
  public String toString() {
    return ActivationLogs$.MODULE$.toString$extension(logs);
  }

  @Override
  public String productPrefix() {
    return "ActivationLogs";
  }

  @Override
  public int productArity() {
    return 1;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, logs);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof ActivationLogs;
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return ActivationLogs$.MODULE$.equals$extension(logs, that);
  }

  @Override
  public int hashCode() {
    return ActivationLogs$.MODULE$.hashCode$extension(logs);
  }
}
