// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Product;

/** A namespace. */
public class Namespace implements Product, scala.Serializable {
  private final String name;
  private final String uuid;

  /** A namespace. */
  public Namespace(String name, String uuid) {
    this.name = name;
    this.uuid = uuid;
  }

  /** A namespace. */
  public static Namespace apply(String name, String uuid) {
    return new Namespace(name, uuid);
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Its identifier. */
  public String uuid() {
    return uuid;
  }

  @Override
  public String toString() {
    return CaseClass.print(this);
  }

  @Override
  public String productPrefix() {
    return "Namespace";
  }

  @Override
  public int productArity() {
    return 2;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, name, uuid);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof Namespace;
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
