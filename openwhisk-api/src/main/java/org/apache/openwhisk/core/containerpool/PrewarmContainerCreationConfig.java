// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Product;
import scala.concurrent.duration.FiniteDuration;

/** How prewarmed containers are created. */
public class PrewarmContainerCreationConfig implements Product, scala.Serializable {
  private final int maxConcurrent;
  private final FiniteDuration creationDelay;

  /** These limits. */
  public PrewarmContainerCreationConfig(int maxConcurrent, FiniteDuration creationDelay) {
    this.maxConcurrent = maxConcurrent;
    this.creationDelay = creationDelay;
    CaseClass.require(maxConcurrent > 0, "maxConcurrent for per invoker must be > 0");
    CaseClass.require(creationDelay.toSeconds() > 0, "creationDelay must be > 0");
  }

  /** These limits. */
  public static PrewarmContainerCreationConfig apply(
      int maxConcurrent, FiniteDuration creationDelay) {
    return new PrewarmContainerCreationConfig(maxConcurrent, creationDelay);
  }

  /** How many at once; above 0. */
  public int maxConcurrent() {
    return maxConcurrent;
  }

  /** The pause between them; a second or more. */
  public FiniteDuration creationDelay() {
    return creationDelay;
  }

  @Override
  public String toString() {
    return CaseClass.print(this);
  }

  @Override
  public String productPrefix() {
    return "PrewarmContainerCreationConfig";
  }

  @Override
  public int productArity() {
    return 2;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, maxConcurrent, creationDelay);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof PrewarmContainerCreationConfig;
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
