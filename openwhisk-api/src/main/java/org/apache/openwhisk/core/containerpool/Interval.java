// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

import io.wasmwhisk.openwhisk.CaseClass;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import scala.Product;
import scala.concurrent.duration.FiniteDuration;

/** The time that an initialisation or a run took. */
public class Interval implements Product, scala.Serializable {
  private final Instant start;
  private final Instant end;

  /** From one instant to another. */
  public Interval(Instant start, Instant end) {
    this.start = start;
    this.end = end;
  }

  /** From one instant to another. */
  public static Interval apply(Instant start, Instant end) {
    return new Interval(start, end);
  }

  /** When it began. */
  public Instant start() {
    return start;
  }

  /** When it ended. */
  public Instant end() {
    return end;
  }

  /** An interval of no length that begins now. */
  public static Interval zero() {
    return Interval$.MODULE$.zero();
  }

  /** The length in whole milliseconds. */
  public FiniteDuration duration() {
    return new FiniteDuration(end.toEpochMilli() - start.toEpochMilli(), TimeUnit.MILLISECONDS);
  }

  @Override
  public String toString() {
    return CaseClass.print(this);
  }

  @Override
  public String productPrefix() {
    return "Interval";
  }

  @Override
  public int productArity() {
    return 2;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, start, end);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof Interval;
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
