// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Product;
import scala.concurrent.duration.FiniteDuration;

/** The limits on a time of a namespace that names none. */
public class NamespaceTimeLimitConfig implements Product, scala.Serializable {
  private final FiniteDuration max;
  private final FiniteDuration min;

  /** These limits. */
  public NamespaceTimeLimitConfig(FiniteDuration max, FiniteDuration min) {
    this.max = max;
    this.min = min;
  }

  /** These limits. */
  public static NamespaceTimeLimitConfig apply(FiniteDuration max, FiniteDuration min) {
    return new NamespaceTimeLimitConfig(max, min);
  }

  /** The greatest limit. */
  public FiniteDuration max() {
    return max;
  }

  /** The least limit. */
  public FiniteDuration min() {
    return min;
  }

  @Override
  public String toString() {
    return CaseClass.print(this);
  }

  @Override
  public String productPrefix() {
    return "NamespaceTimeLimitConfig";
  }

  @Override
  public int productArity() {
    return 2;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, max, min);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof NamespaceTimeLimitConfig;
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
