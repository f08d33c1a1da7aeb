// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Product;

/** The log limit is outside what the namespace allows. */
public class ActionLogLimitException extends ActionLimitsException
    implements Product, scala.Serializable {
  private final String message;

  /** A failure with this text. */
  public ActionLogLimitException(String message) {
    super(message);
    this.message = message;
  }

  /** A failure with this text. */
  public static ActionLogLimitException apply(String message) {
    return new ActionLogLimitException(message);
  }

  /** What is outside of what. */
  public String message() {
    return message;
  }

  @Override
  public String productPrefix() {
    return "ActionLogLimitException";
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
    return that instanceof ActionLogLimitException;
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
