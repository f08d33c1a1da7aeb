// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

import io.wasmwhisk.openwhisk.CaseClass;
import org.apache.openwhisk.common.TransactionMetadata;
import org.jspecify.annotations.Nullable;
import scala.Product;

/** A warm container does not answer any more: the activation is given to another one. */
public class ContainerHealthError extends Exception implements Product, scala.Serializable {
  private final TransactionMetadata tid;
  private final String msg;

  /** A container that failed. */
  public ContainerHealthError(TransactionMetadata tid, String msg) {
    super(msg);
    this.tid = tid;
    this.msg = msg;
  }

  /** A container that failed. */
  public static ContainerHealthError apply(TransactionMetadata tid, String msg) {
    return new ContainerHealthError(tid, msg);
  }

  /** The activation's transaction. */
  public TransactionMetadata tid() {
    return tid;
  }

  /** The container. */
  public String msg() {
    return msg;
  }

  @Override
  public String productPrefix() {
    return "ContainerHealthError";
  }

  @Override
  public int productArity() {
    return 2;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, tid, msg);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof ContainerHealthError;
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
