// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Product;

/** The limits on a size of a namespace that names none. */
public class NamespaceMemoryLimitConfig implements Product, scala.Serializable {
  private final ByteSize min;
  private final ByteSize max;

  /** These limits. */
  public NamespaceMemoryLimitConfig(ByteSize min, ByteSize max) {
    this.min = min;
    this.max = max;
  }

  /** These limits. */
  public static NamespaceMemoryLimitConfig apply(ByteSize min, ByteSize max) {
    return new NamespaceMemoryLimitConfig(min, max);
  }

  /** The least limit. */
  public ByteSize min() {
    return min;
  }

  /** The greatest limit. */
  public ByteSize max() {
    return max;
  }

  @Override
  public String toString() {
    return CaseClass.print(this);
  }

  @Override
  public String productPrefix() {
    return "NamespaceMemoryLimitConfig";
  }

  @Override
  public int productArity() {
    return 2;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, min, max);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof NamespaceMemoryLimitConfig;
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
