// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Product;

/** The time limit is outside what the namespace allows. */
public class ActionTimeLimitException extends ActionLimitsException
    implements Product, scala.Serializable {
  private final String message;

  /** A failure with this text. */
  public ActionTimeLimitException(String message) {
    super(message);
    this.message = message;
  }

  /** A failure with this text. */
  public static ActionTimeLimitException apply(String message) {
    return new ActionTimeLimitException(message);
  }

  /** What is outside of what. */
  public String message() {
    return message;
  }

  @Override
  public String productPrefix() {
    return "ActionTimeLimitException";
  }

  @Override
  public int productArity() {
    return 1;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, message);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof ActionTimeLimitException;
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return CaseClass.same(this, that);
  }

  @Override
  public int hashCode() {
    return CaseClass.hash(this);
  }
}
