// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

import io.wasmwhisk.openwhisk.CaseClass;
import org.apache.openwhisk.core.entity.ActivationResponse;
import org.jspecify.annotations.Nullable;
import scala.Product;

/** An action could not be initialised. */
public class InitializationError extends Exception implements Product, scala.Serializable {
  private final Interval interval;
  private final ActivationResponse response;

  /** A failure with this answer. */
  public InitializationError(Interval interval, ActivationResponse response) {
    super(response.toString());
    this.interval = interval;
    this.response = response;
  }

  /** A failure with this answer. */
  public static InitializationError apply(Interval interval, ActivationResponse response) {
    return new InitializationError(interval, response);
  }

  /** When the initialisation ran. */
  public Interval interval() {
    return interval;
  }

  /** The answer that the activation gets. */
  public ActivationResponse response() {
    return response;
  }

  @Override
  public String productPrefix() {
    return "InitializationError";
  }

  @Override
  public int productArity() {
    return 2;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, interval, response);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof InitializationError;
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
