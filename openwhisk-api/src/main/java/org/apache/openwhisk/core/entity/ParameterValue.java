// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Product;
import spray.json.JsNull$;
import spray.json.JsValue;

/** The value of a parameter; JSON's null where it is not defined. */
public class ParameterValue implements Product, scala.Serializable {
  private final @Nullable JsValue v;
  private final boolean init;
  private final Option<String> encryption;

  /** A value. */
  public ParameterValue(@Nullable JsValue v, boolean init, Option<String> encryption) {
    this.v = v;
    this.init = init;
    this.encryption = encryption;
  }

  /** A value. */
  public static ParameterValue apply(@Nullable JsValue v, boolean init, Option<String> encryption) {
    return new ParameterValue(v, init, encryption);
  }

  /** Whether only the initialisation gets it. */
  public boolean init() {
    return init;
  }

  /** How it is encrypted, where it is. */
  public Option<String> encryption() {
    return encryption;
  }

  /** The value, as scalac names its accessor. */
  public @Nullable JsValue v$access$0() {
    return v;
  }

  /** The value, as scalac names its private accessor. */
  public @Nullable JsValue org$apache$openwhisk$core$entity$ParameterValue$$v() {
    return v;
  }

  /** The value, or JSON's null. */
  public JsValue value() {
    return v == null ? JsNull$.MODULE$ : v;
  }

  /** Whether the value is not JSON's null. */
  public boolean isDefined() {
    return value() != JsNull$.MODULE$;
  }

  /** The size of the value's JSON text in UTF-8. */
  public ByteSize size() {
    return Sizes.of(value().compactPrint());
  }

  @Override
  public String toString() {
    return CaseClass.print(this);
  }

  @Override
  public String productPrefix() {
    return "ParameterValue";
  }

  @Override
  public int productArity() {
    return 3;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, value(), init, encryption);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof ParameterValue;
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
