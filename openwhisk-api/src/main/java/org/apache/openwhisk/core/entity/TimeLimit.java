// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import org.jspecify.annotations.Nullable;
import scala.concurrent.duration.FiniteDuration;

/**
 * The time of one activation.
 *
 * <p>A value class: see the package. Its methods and factories are in {@link TimeLimit$}.
 */
public final class TimeLimit {
  private final FiniteDuration duration;

  /** Boxes the value. */
  public TimeLimit(FiniteDuration duration) {
    this.duration = duration;
  }

  /** The settings under {@code whisk.time-limit}. */
  public static TimeLimitConfig config() {
    return TimeLimit$.MODULE$.config();
  }

  /** The settings under {@code whisk.namespace-default-limit.time-limit}, or else the system's. */
  public static NamespaceTimeLimitConfig namespaceDefaultConfig() {
    return TimeLimit$.MODULE$.namespaceDefaultConfig();
  }

  /** The limit's name in messages. */
  public static String timeLimitFieldName() {
    return TimeLimit$.MODULE$.timeLimitFieldName();
  }

  /** The limit in milliseconds. */
  public static int millis$extension(FiniteDuration $this) {
    return TimeLimit$.MODULE$.millis$extension($this);
  }

  /** Fails where the user's namespace does not allow the limit. */
  public static void checkNamespaceLimit$extension(FiniteDuration $this, Identity user) {
    TimeLimit$.MODULE$.checkNamespaceLimit$extension($this, user);
  }

  /** The value as a text. */
  public static String toString$extension(FiniteDuration $this) {
    return TimeLimit$.MODULE$.toString$extension($this);
  }

  /** The value's hash. */
  public static int hashCode$extension(FiniteDuration $this) {
    return TimeLimit$.MODULE$.hashCode$extension($this);
  }

  /** Whether the other is a boxed value that is equal. */
  public static boolean equals$extension(FiniteDuration $this, @Nullable Object that) {
    return TimeLimit$.MODULE$.equals$extension($this, that);
  }

  /** The value. */
  public FiniteDuration duration() {
    return duration;
  }

  @Override
  public String toString() {
    return TimeLimit$.MODULE$.toString$extension(duration);
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return TimeLimit$.MODULE$.equals$extension(duration, that);
  }

  @Override
  public int hashCode() {
    return TimeLimit$.MODULE$.hashCode$extension(duration);
  }
}
