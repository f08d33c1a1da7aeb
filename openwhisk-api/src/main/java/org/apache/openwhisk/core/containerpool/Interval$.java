// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

import java.time.Instant;

/** Makes {@link Interval}. */
public final class Interval$ implements scala.Serializable {
  public static final Interval$ MODULE$ = new Interval$();

  private Interval$() {}

  /** An interval of no length that begins now. */
  public Interval zero() {
    Instant now = Instant.now();
    return new Interval(now, now);
  }

  /** From one instant to another. */
  public Interval apply(Instant start, Instant end) {
    return new Interval(start, end);
  }
}
