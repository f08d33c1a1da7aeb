// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.ScalaValues;
import org.jspecify.annotations.Nullable;
import scala.Product;

/** A document and perhaps its revision. */
public class DocInfo implements Product, scala.Serializable {
  private final String id;
  private final @Nullable String rev;

  /** A document. */
  public DocInfo(String id, @Nullable String rev) {
    this.id = id;
    this.rev = rev;
  }

  /** A document. */
  public static DocInfo apply(String id, @Nullable String rev) {
    return new DocInfo(id, rev);
  }

  /** The document. */
  public String id() {
    return id;
  }

  /** Its revision, or null. */
  public @Nullable String rev() {
    return rev;
  }

  @Override
  public String toString() {
    return rev == null ? "id: " + id : "id: " + id + ", rev: " + rev;
  }

  @Override
  public int hashCode() {
    return rev == null ? id.hashCode() : (id + "." + rev).hashCode();
  }

  @Override
  public String productPrefix() {
    return "DocInfo";
  }

  @Override
  public int productArity() {
    return 2;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, id, ScalaValues.option(rev));
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof DocInfo;
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return CaseClass.same(this, that);
  }
}
