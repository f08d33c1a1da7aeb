// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.ScalaValues;
import org.jspecify.annotations.Nullable;
import scala.Product;
import scala.collection.immutable.Vector;

/** A sequence of actions. */
public class SequenceExec extends Exec implements Product, scala.Serializable {
  private final Vector<FullyQualifiedEntityName> components;

  /** A sequence. */
  public SequenceExec(Vector<FullyQualifiedEntityName> components) {
    this.components = components;
  }

  /** A sequence. */
  public static SequenceExec apply(Vector<FullyQualifiedEntityName> components) {
    return new SequenceExec(components);
  }

  /** The actions, in their order. */
  public Vector<FullyQualifiedEntityName> components() {
    return components;
  }

  @Override
  public String kind() {
    return Exec$.MODULE$.SEQUENCE();
  }

  @Override
  public boolean deprecated() {
    return false;
  }

  /** The size of all names. */
  @Override
  public ByteSize size() {
    ByteSize size = Sizes.none();
    for (FullyQualifiedEntityName name : ScalaValues.each(components)) {
      size = size.$plus(name.size());
    }
    return size;
  }

  @Override
  public String productPrefix() {
    return "SequenceExec";
  }

  @Override
  public int productArity() {
    return 1;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, components);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof SequenceExec;
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
