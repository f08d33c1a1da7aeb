// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.common;

import io.wasmwhisk.openwhisk.CaseClass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Product;

/**
 * What is known of a transaction: its id, when it began, whether it logs more, and the transaction
 * it is part of.
 */
public class TransactionMetadata implements Product, scala.Serializable {
  private final String id;
  private final Instant start;
  private final boolean extraLogging;
  private final Option<TransactionMetadata> parent;

  /** A transaction with these properties. */
  public TransactionMetadata(
      String id, Instant start, boolean extraLogging, Option<TransactionMetadata> parent) {
    this.id = id;
    this.start = start;
    this.extraLogging = extraLogging;
    this.parent = parent;
  }

  /** A transaction with these properties. */
  public static TransactionMetadata apply(
      String id, Instant start, boolean extraLogging, Option<TransactionMetadata> parent) {
    return TransactionMetadata$.MODULE$.apply(id, start, extraLogging, parent);
  }

  /**
   * The identifier, 32 letters and digits for a client's request, {@code sid_…} for the system's
   * own.
   */
  public String id() {
    return id;
  }

  /** When the processing began, in whole milliseconds. */
  public Instant start() {
    return start;
  }

  /** Whether debug messages are written at info level. */
  public boolean extraLogging() {
    return extraLogging;
  }

  /** The transaction that this one is part of. */
  public Option<TransactionMetadata> parent() {
    return parent;
  }

  /** {@code #tid_} and the id. */
  @Override
  public String toString() {
    return "#tid_" + id;
  }

  @Override
  public String productPrefix() {
    return "TransactionMetadata";
  }

  @Override
  public int productArity() {
    return 4;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, id, start, extraLogging, parent);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof TransactionMetadata;
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
