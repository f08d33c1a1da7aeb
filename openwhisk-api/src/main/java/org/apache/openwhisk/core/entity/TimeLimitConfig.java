// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Product;
import scala.concurrent.duration.FiniteDuration;

/** The system's limits on a time. */
public class TimeLimitConfig implements Product, scala.Serializable {
  private final FiniteDuration max;
  private final FiniteDuration min;
  private final FiniteDuration std;

  /** These limits. */
  public TimeLimitConfig(FiniteDuration max, FiniteDuration min, FiniteDuration std) {
    this.max = max;
    this.min = min;
    this.std = std;
  }

  /** These limits. */
  public static TimeLimitConfig apply(FiniteDuration max, FiniteDuration min, FiniteDuration std) {
    return new TimeLimitConfig(max, min, std);
  }

  /** The greatest limit. */
  public FiniteDuration max() {
    return max;
  }

  /** The least limit. */
  public FiniteDuration min() {
    return min;
  }

  /** The limit of an action that names none. */
  public FiniteDuration std() {
    return std;
  }

  @Override
  public String toString() {
    return CaseClass.print(this);
  }

  @Override
  public String productPrefix() {
    return "TimeLimitConfig";
  }

  @Override
  public int productArity() {
    return 3;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, max, min, std);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof TimeLimitConfig;
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
