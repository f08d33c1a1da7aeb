// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Product;
import scala.util.Try;

/**
 * The identifier of an activation: 32 hexadecimal digits.
 *
 * <p>A value class: see the package. Its methods and factories are in {@link ActivationId$}.
 */
public final class ActivationId implements Product, scala.Serializable {
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

  /** The value. */
  public String asString() {
    return asString;
  }

  @Override
  public String toString() {
    return asString;
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
    return that instanceof ActivationId other && asString.equals(other.asString);
  }

  @Override
  public int hashCode() {
    return asString.hashCode();
  }
}
