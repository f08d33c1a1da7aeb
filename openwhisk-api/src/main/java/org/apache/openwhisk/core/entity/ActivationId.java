// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Product;
import scala.util.Try;
import spray.json.JsObject;

/**
 * The identifier of an activation: 32 hexadecimal digits.
 *
 * <p>A value class: see the package. Its methods and factories are in {@link ActivationId$}.
 */
public final class ActivationId implements Product, scala.Serializable {
  private static final long serialVersionUID = 1L;

  private final String asString;

  /** Boxes the value. */
  public ActivationId(String asString) {
    this.asString = asString;
  }

  /** The identifier of a text, or an {@link IllegalArgumentException} that says what is wrong. */
  public static Try<ActivationId> parse(String id) {
    return ActivationId$.MODULE$.parse(id);
  }

  /** The identifier of a text, unchecked. */
  public static String apply(String asString) {
    return ActivationId$.MODULE$.apply(asString);
  }

  /** The JSON form of an answer: {@code {"activationId": …}}. */
  public static JsObject toJsObject$extension(String $this) {
    return ActivationId$.MODULE$.toJsObject$extension($this);
  }

  /** The value as a text. */
  public static String toString$extension(String $this) {
    return ActivationId$.MODULE$.toString$extension($this);
  }

  /** Whether the other is a boxed value of this class. */
  public static boolean canEqual$extension(String $this, Object that) {
    return ActivationId$.MODULE$.canEqual$extension($this, that);
  }

  /** The value's hash. */
  public static int hashCode$extension(String $this) {
    return ActivationId$.MODULE$.hashCode$extension($this);
  }

  /** Whether the other is a boxed value that is equal. */
  public static boolean equals$extension(String $this, @Nullable Object that) {
    return ActivationId$.MODULE$.equals$extension($this, that);
  }

  /** The value. */
  public String asString() {
    return asString;
  }

  /** The JSON form of an answer: {@code {"activationId": …}}. */
  public JsObject toJsObject() {
    return ActivationId$.MODULE$.toJsObject$extension(asString);
  }

  @Override
  public String toString() {
    return ActivationId$.MODULE$.toString$extension(asString);
  }

  @Override
  public String productPrefix() {
    return "ActivationId";
  }

  @Override
  public int productArity() {
    return 1;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, asString);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof ActivationId;
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return ActivationId$.MODULE$.equals$extension(asString, that);
  }

  @Override
  public int hashCode() {
    return ActivationId$.MODULE$.hashCode$extension(asString);
  }
}
