// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

import io.wasmwhisk.openwhisk.CaseClass;
import org.apache.openwhisk.core.entity.ActivationResponse.ContainerConnectionError;
import org.apache.openwhisk.core.entity.ActivationResponse.ContainerResponse;
import org.jspecify.annotations.Nullable;
import scala.Product;
import scala.util.Either;
import scala.util.Right;

/** What a call of a container gave. */
public class RunResult implements Product, scala.Serializable {
  private final Interval interval;
  private final Either<ContainerConnectionError, ContainerResponse> response;

  /** A call's time and answer. */
  public RunResult(
      Interval interval, Either<ContainerConnectionError, ContainerResponse> response) {
    this.interval = interval;
    this.response = response;
  }

  /** A call's time and answer. */
  public static RunResult apply(
      Interval interval, Either<ContainerConnectionError, ContainerResponse> response) {
    return new RunResult(interval, response);
  }

  /** When the container was called. */
  public Interval interval() {
    return interval;
  }

  /** What came back, or why nothing did. */
  public Either<ContainerConnectionError, ContainerResponse> response() {
    return response;
  }

  /** Whether the container answered 200 with a complete body. */
  public boolean ok() {
    return response instanceof Right<ContainerConnectionError, ContainerResponse> right
        && right.value().ok();
  }

  /** The answer without its body. */
  public String toBriefString() {
    return response.isRight()
        ? response.right().get().toString()
        : response.left().get().toString();
  }

  @Override
  public String toString() {
    return CaseClass.print(this);
  }

  @Override
  public String productPrefix() {
    return "RunResult";
  }

  @Override
  public int productArity() {
    return 2;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, interval, response);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof RunResult;
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
