// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.logging;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Product;
import scala.collection.immutable.Vector;

/** The lines of an activation could not be collected, or not all of them. */
public class LogCollectingException extends Exception implements Product, scala.Serializable {
  private final Vector<String> partialLogs;

  /** A failure with what was collected. */
  public LogCollectingException(Vector<String> partialLogs) {
    super("Failed to read logs");
    this.partialLogs = partialLogs;
  }

  /** A failure with what was collected. */
  public static LogCollectingException apply(Vector<String> partialLogs) {
    return new LogCollectingException(partialLogs);
  }

  /** The lines that were collected. */
  public Vector<String> partialLogs() {
    return partialLogs;
  }

  @Override
  public String productPrefix() {
    return "LogCollectingException";
  }

  @Override
  public int productArity() {
    return 1;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, partialLogs);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof LogCollectingException;
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
