// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.common;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Product;

/** The settings under {@code whisk.transactions}. */
public class TransactionGeneratorConfig implements Product, scala.Serializable {
  private final String header;

  /** These settings. */
  public TransactionGeneratorConfig(String header) {
    this.header = header;
  }

  /** These settings. */
  public static TransactionGeneratorConfig apply(String header) {
    return new TransactionGeneratorConfig(header);
  }

  /** The name of the HTTP header that carries a transaction's id. */
  public String header() {
    return header;
  }

  @Override
  public String toString() {
    return CaseClass.print(this);
  }

  @Override
  public String productPrefix() {
    return "TransactionGeneratorConfig";
  }

  @Override
  public int productArity() {
    return 1;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, header);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof TransactionGeneratorConfig;
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
