// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.common;

import io.wasmwhisk.openwhisk.CaseClass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import scala.Product;

/**
 * What {@code started} returns and {@code finished} or {@code failed} takes: the beginning of a
 * timed step.
 */
public class StartMarker implements Product, scala.Serializable {
  private final Instant start;
  private final LogMarkerToken startMarker;

  /** A step that began then. */
  public StartMarker(Instant start, LogMarkerToken startMarker) {
    this.start = start;
    this.startMarker = startMarker;
  }

  /** A step that began then. */
  public static StartMarker apply(Instant start, LogMarkerToken startMarker) {
    return new StartMarker(start, startMarker);
  }

  /** When it began. */
  public Instant start() {
    return start;
  }

  /** What began. */
  public LogMarkerToken startMarker() {
    return startMarker;
  }

  @Override
  public String toString() {
    return CaseClass.print(this);
  }

  @Override
  public String productPrefix() {
    return "StartMarker";
  }

  @Override
  public int productArity() {
    return 2;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, start, startMarker);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof StartMarker;
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
