// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Product;

/** The system could not start a container: the activation fails with a whisk error. */
public class WhiskContainerStartupError extends ContainerStartupError
    implements Product, scala.Serializable {
  private final String msg;

  /** A failure with this text. */
  public WhiskContainerStartupError(String msg) {
    super(msg);
    this.msg = msg;
  }

  /** A failure with this text. */
  public static WhiskContainerStartupError apply(String msg) {
    return new WhiskContainerStartupError(msg);
  }

  /** The text that the user sees. */
  public String msg() {
    return msg;
  }

  @Override
  public String productPrefix() {
    return "WhiskContainerStartupError";
  }

  @Override
  public int productArity() {
    return 1;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, msg);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof WhiskContainerStartupError;
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
