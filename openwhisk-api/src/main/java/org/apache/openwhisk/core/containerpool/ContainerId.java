// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Product;

/** The identifier of a container; never empty. */
public class ContainerId implements Product, scala.Serializable {
  private final String asString;

  /** A container's identifier. */
  public ContainerId(String asString) {
    this.asString = asString;
    CaseClass.require(!asString.isEmpty(), "ContainerId must not be empty");
  }

  /** A container's identifier. */
  public static ContainerId apply(String asString) {
    return new ContainerId(asString);
  }

  /** The identifier as a text. */
  public String asString() {
    return asString;
  }

  @Override
  public String toString() {
    return CaseClass.print(this);
  }

  @Override
  public String productPrefix() {
    return "ContainerId";
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
    return that instanceof ContainerId;
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
