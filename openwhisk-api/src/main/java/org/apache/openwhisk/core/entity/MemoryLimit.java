// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import org.jspecify.annotations.Nullable;

/**
 * The memory of an action, in megabytes.
 *
 * <p>A value class: see the package. Its methods and factories are in {@link MemoryLimit$}.
 */
public final class MemoryLimit {
  private final int megabytes;

  /** Boxes the value. */
  public MemoryLimit(int megabytes) {
    this.megabytes = megabytes;
  }

  /** The settings under {@code whisk.memory}. */
  public static MemoryLimitConfig config() {
    return MemoryLimit$.MODULE$.config();
  }

  /** The settings under {@code whisk.namespace-default-limit.memory}, or else the system's. */
  public static NamespaceMemoryLimitConfig namespaceDefaultConfig() {
    return MemoryLimit$.MODULE$.namespaceDefaultConfig();
  }

  /** The limit's name in messages. */
  public static String memoryLimitFieldName() {
    return MemoryLimit$.MODULE$.memoryLimitFieldName();
  }

  /** The limit as a size. */
  public static ByteSize toByteSize$extension(int $this) {
    return MemoryLimit$.MODULE$.toByteSize$extension($this);
  }

  /** Fails where the user's namespace does not allow the limit. */
  public static void checkNamespaceLimit$extension(int $this, Identity user) {
    MemoryLimit$.MODULE$.checkNamespaceLimit$extension($this, user);
  }

  /** The value's hash. */
  public static int hashCode$extension(int $this) {
    return MemoryLimit$.MODULE$.hashCode$extension($this);
  }

  /** Whether the other is a boxed value that is equal. */
  public static boolean equals$extension(int $this, @Nullable Object that) {
    return MemoryLimit$.MODULE$.equals$extension($this, that);
  }

  /** The value. */
  public int megabytes() {
    return megabytes;
  }

  /** The limit as a size. */
  public ByteSize toByteSize() {
    return MemoryLimit$.MODULE$.toByteSize$extension(megabytes);
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return MemoryLimit$.MODULE$.equals$extension(megabytes, that);
  }

  @Override
  public int hashCode() {
    return MemoryLimit$.MODULE$.hashCode$extension(megabytes);
  }
}
