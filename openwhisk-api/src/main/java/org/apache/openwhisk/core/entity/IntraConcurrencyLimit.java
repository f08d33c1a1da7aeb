// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import org.jspecify.annotations.Nullable;

/**
 * The greatest number of concurrent activations in one container.
 *
 * <p>A value class: see the package. Its methods and factories are in {@link
 * IntraConcurrencyLimit$}.
 */
public final class IntraConcurrencyLimit {
  private final int maxConcurrent;

  /** Boxes the value. */
  public IntraConcurrencyLimit(int maxConcurrent) {
    this.maxConcurrent = maxConcurrent;
  }

  /** Fails where the user's namespace does not allow the limit. */
  public static void checkNamespaceLimit$extension(int $this, Identity user) {
    IntraConcurrencyLimit$.MODULE$.checkNamespaceLimit$extension($this, user);
  }

  /** The value's hash. */
  public static int hashCode$extension(int $this) {
    return IntraConcurrencyLimit$.MODULE$.hashCode$extension($this);
  }

  /** Whether the other is a boxed value that is equal. */
  public static boolean equals$extension(int $this, @Nullable Object that) {
    return IntraConcurrencyLimit$.MODULE$.equals$extension($this, that);
  }

  /** The value. */
  public int maxConcurrent() {
    return maxConcurrent;
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return IntraConcurrencyLimit$.MODULE$.equals$extension(maxConcurrent, that);
  }

  @Override
  public int hashCode() {
    return IntraConcurrencyLimit$.MODULE$.hashCode$extension(maxConcurrent);
  }
}
