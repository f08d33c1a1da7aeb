// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.common;

import java.time.Instant;
import scala.Option;
import scala.runtime.AbstractFunction4;

/** Makes {@link TransactionMetadata}. */
public final class TransactionMetadata$
    extends AbstractFunction4<Object, Object, Object, Object, Object>
    implements scala.Serializable {
  public static final TransactionMetadata$ MODULE$ = new TransactionMetadata$();

  private TransactionMetadata$() {}

  /** A transaction with these properties. */
  public TransactionMetadata apply(
      String id, Instant start, boolean extraLogging, Option<TransactionMetadata> parent) {
    return new TransactionMetadata(id, start, extraLogging, parent);
  }

  /** The same, as a Scala function of four. */
  @Override
  @SuppressWarnings("unchecked") // the function's type is erased
  public Object apply(Object id, Object start, Object extraLogging, Object parent) {
    return new TransactionMetadata(
        (String) id, (Instant) start, (Boolean) extraLogging, (Option<TransactionMetadata>) parent);
  }

  @Override
  public String toString() {
    return "TransactionMetadata";
  }
}
