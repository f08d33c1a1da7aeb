// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import org.jspecify.annotations.Nullable;

/**
 * The size of an activation's log, in megabytes.
 *
 * <p>A value class: see the package. Its methods and factories are in {@link LogLimit$}.
 */
public final class LogLimit {
  private final int megabytes;

  /** Boxes the value. */
  public LogLimit(int megabytes) {
    this.megabytes = megabytes;
  }

  /** The settings under {@code whisk.log-limit}. */
  public static MemoryLimitConfig config() {
    return LogLimit$.MODULE$.config();
  }

  /** The settings under {@code whisk.namespace-default-limit.log-limit}, or else the system's. */
  public static NamespaceMemoryLimitConfig namespaceDefaultConfig() {
    return LogLimit$.MODULE$.namespaceDefaultConfig();
  }

  /** The limit's name in messages. */
  public static String logLimitFieldName() {
    return LogLimit$.MODULE$.logLimitFieldName();
  }

  /** The limit as a size. */
  public static ByteSize asMegaBytes$extension(int $this) {
    return LogLimit$.MODULE$.asMegaBytes$extension($this);
  }

  /** The limit as a size. */
  public static ByteSize toByteSize$extension(int $this) {
    return LogLimit$.MODULE$.toByteSize$extension($this);
  }

  /** Fails where the user's namespace does not allow the limit. */
  public static void checkNamespaceLimit$extension(int $this, Identity user) {
    LogLimit$.MODULE$.checkNamespaceLimit$extension($this, user);
  }

  /** The value's hash. */
  public static int hashCode$extension(int $this) {
    return LogLimit$.MODULE$.hashCode$extension($this);
  }

  /** Whether the other is a boxed value that is equal. */
  public static boolean equals$extension(int $this, @Nullable Object that) {
    return LogLimit$.MODULE$.equals$extension($this, that);
  }

  /** The value. */
  public int megabytes() {
    return megabytes;
  }

  /** The limit as a size. */
  public ByteSize toByteSize() {
    return LogLimit$.MODULE$.toByteSize$extension(megabytes);
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return LogLimit$.MODULE$.equals$extension(megabytes, that);
  }

  @Override
  public int hashCode() {
    return LogLimit$.MODULE$.hashCode$extension(megabytes);
  }
}
