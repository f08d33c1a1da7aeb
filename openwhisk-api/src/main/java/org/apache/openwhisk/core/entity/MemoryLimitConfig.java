// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Product;

/** The system's limits on a size. */
public class MemoryLimitConfig implements Product, scala.Serializable {
  private final ByteSize min;
  private final ByteSize max;
  private final ByteSize std;

  /** These limits. */
  public MemoryLimitConfig(ByteSize min, ByteSize max, ByteSize std) {
    this.min = min;
    this.max = max;
    this.std = std;
  }

  /** These limits. */
  public static MemoryLimitConfig apply(ByteSize min, ByteSize max, ByteSize std) {
    return new MemoryLimitConfig(min, max, std);
  }

  /** The least limit. */
  public ByteSize min() {
    return min;
  }

  /** The greatest limit. */
  public ByteSize max() {
    return max;
  }

  /** The limit of an action that names none. */
  public ByteSize std() {
    return std;
  }

  @Override
  public String toString() {
    return CaseClass.print(this);
  }

  @Override
  public String productPrefix() {
    return "MemoryLimitConfig";
  }

  @Override
  public int productArity() {
    return 3;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, min, max, std);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof MemoryLimitConfig;
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
