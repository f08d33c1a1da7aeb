// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Product;

/** Something is larger than its limit. */
public class SizeError implements Product, scala.Serializable {
  private final String field;
  private final ByteSize is;
  private final ByteSize allowed;

  /** What is larger than what. */
  public SizeError(String field, ByteSize is, ByteSize allowed) {
    this.field = field;
    this.is = is;
    this.allowed = allowed;
  }

  /** What is larger than what. */
  public static SizeError apply(String field, ByteSize is, ByteSize allowed) {
    return new SizeError(field, is, allowed);
  }

  /** What is too large. */
  public String field() {
    return field;
  }

  /** Its size. */
  public ByteSize is() {
    return is;
  }

  /** The limit. */
  public ByteSize allowed() {
    return allowed;
  }

  @Override
  public String toString() {
    return CaseClass.print(this);
  }

  @Override
  public String productPrefix() {
    return "SizeError";
  }

  @Override
  public int productArity() {
    return 3;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, field, is, allowed);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof SizeError;
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
