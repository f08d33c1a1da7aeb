// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.common;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Product;

/** The part of a log line that times a step: {@code [marker:invoker_activationRun_finish:12:7]}. */
public class LogMarker implements Product, scala.Serializable {
  private final LogMarkerToken token;
  private final long deltaToTransactionStart;
  private final Option<Object> deltaToMarkerStart;

  /** A marker of these times. */
  public LogMarker(
      LogMarkerToken token, long deltaToTransactionStart, Option<Object> deltaToMarkerStart) {
    this.token = token;
    this.deltaToTransactionStart = deltaToTransactionStart;
    this.deltaToMarkerStart = deltaToMarkerStart;
  }

  /** A marker of these times. */
  public static LogMarker apply(
      LogMarkerToken token, long deltaToTransactionStart, Option<Object> deltaToMarkerStart) {
    return new LogMarker(token, deltaToTransactionStart, deltaToMarkerStart);
  }

  /** What is marked. */
  public LogMarkerToken token() {
    return token;
  }

  /** Milliseconds since the transaction began. */
  public long deltaToTransactionStart() {
    return deltaToTransactionStart;
  }

  /** Milliseconds since the step began, where the marker ends a step. */
  public Option<Object> deltaToMarkerStart() {
    return deltaToMarkerStart;
  }

  @Override
  public String toString() {
    String step = deltaToMarkerStart.isDefined() ? ":" + deltaToMarkerStart.get() : "";
    return "[marker:" + token.toStringWithSubAction() + ":" + deltaToTransactionStart + step + "]";
  }

  @Override
  public String productPrefix() {
    return "LogMarker";
  }

  @Override
  public int productArity() {
    return 3;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, token, deltaToTransactionStart, deltaToMarkerStart);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof LogMarker;
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
