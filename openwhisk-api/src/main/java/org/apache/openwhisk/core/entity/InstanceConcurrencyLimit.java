// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import org.jspecify.annotations.Nullable;

/**
 * The greatest number of containers of one action.
 *
 * <p>A value class: see the package. Its methods and factories are in {@link
 * InstanceConcurrencyLimit$}.
 */
public final class InstanceConcurrencyLimit {
  private final int maxConcurrentInstances;

  /** Boxes the value. */
  public InstanceConcurrencyLimit(int maxConcurrentInstances) {
    this.maxConcurrentInstances = maxConcurrentInstances;
  }

  /** The value. */
  public int maxConcurrentInstances() {
    return maxConcurrentInstances;
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return that instanceof InstanceConcurrencyLimit other
        && maxConcurrentInstances == other.maxConcurrentInstances;
  }

  @Override
  public int hashCode() {
    return maxConcurrentInstances;
  }
}
