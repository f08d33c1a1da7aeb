// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.Settings;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.openwhisk.http.Messages;
import org.jspecify.annotations.Nullable;
import scala.concurrent.duration.FiniteDuration;
import spray.json.RootJsonFormat;

/** Makes and uses {@link TimeLimit} values. */
public final class TimeLimit$ implements ArgNormalizer<TimeLimit> {
  public static final TimeLimit$ MODULE$ = new TimeLimit$();

  private final TimeLimitConfig config;
  private final NamespaceTimeLimitConfig namespaceDefaultConfig;

  private TimeLimit$() {
    Settings system = Settings.under("whisk.time-limit");
    this.config =
        new TimeLimitConfig(system.duration("max"), system.duration("min"), system.duration("std"));
    Settings namespace = Settings.under("whisk.namespace-default-limit.time-limit");
    this.namespaceDefaultConfig =
        namespace.hasAll("min", "max")
            ? new NamespaceTimeLimitConfig(namespace.duration("max"), namespace.duration("min"))
            : new NamespaceTimeLimitConfig(config.max(), config.min());
    CaseClass.require(
        config.max().$greater$eq(namespaceDefaultConfig.max()),
        "The system max limit must be greater than the namespace max limit.");
    CaseClass.require(
        config.min().$less$eq(namespaceDefaultConfig.min()),
        "The system min limit must be less than the namespace min limit.");
  }

  /** The settings under {@code whisk.time-limit}. */
  public TimeLimitConfig config() {
    return config;
  }

  /** The settings under {@code whisk.namespace-default-limit.time-limit}, or else the system's. */
  public NamespaceTimeLimitConfig namespaceDefaultConfig() {
    return namespaceDefaultConfig;
  }

  /** The limit's name in messages. */
  public String timeLimitFieldName() {
    return "duration";
  }

  /** The limit of an action that names none. */
  public FiniteDuration STD_DURATION() {
    return config.std();
  }

  /** The least limit. */
  public FiniteDuration MIN_DURATION() {
    return config.min();
  }

  /** The greatest limit. */
  public FiniteDuration MAX_DURATION() {
    return config.max();
  }

  /** The least limit of a namespace that names none. */
  public FiniteDuration MIN_DURATION_DEFAULT() {
    return namespaceDefaultConfig.min();
  }

  /** The greatest limit of a namespace that names none. */
  public FiniteDuration MAX_DURATION_DEFAULT() {
    return namespaceDefaultConfig.max();
  }

  /** The limit of an action that names none. */
  public FiniteDuration standardTimeLimit() {
    return config.std();
  }

  /** The limit of an action that names none. */
  public FiniteDuration apply() {
    return config.std();
  }

  /** The limit of a duration. */
  public FiniteDuration apply(@Nullable FiniteDuration duration) {
    CaseClass.require(duration != null, "duration undefined");
    return Objects.requireNonNull(duration);
  }

  /** The JSON form: milliseconds as a number. */
  @Override
  public RootJsonFormat<TimeLimit> serdes() {
    return Parsed.checked(
        limit -> Json.number(millis$extension(limit.duration())),
        json ->
            new TimeLimit(
                new FiniteDuration(
                    Parsed.whole(json, "time limit must be whole number"), TimeUnit.MILLISECONDS)),
        "time limit malformed");
  }

  /** The limit in milliseconds. */
  public int millis$extension(FiniteDuration $this) {
    return (int) $this.toMillis();
  }

  /** Fails where the user's namespace does not allow the limit. */
  public void checkNamespaceLimit$extension(FiniteDuration $this, Identity user) {
    FiniteDuration max = user.limits().allowedMaxActionTimeout();
    FiniteDuration min = user.limits().allowedMinActionTimeout();
    try {
      CaseClass.require(
          $this.$less$eq(max),
          Messages.durationExceedsAllowedThreshold(timeLimitFieldName(), $this, max));
      CaseClass.require(
          $this.$greater$eq(min),
          Messages.durationBelowAllowedThreshold(timeLimitFieldName(), $this, min));
    } catch (IllegalArgumentException e) {
      throw new ActionTimeLimitException(String.valueOf(e.getMessage()));
    }
  }

  /** The value as a text. */
  public String toString$extension(FiniteDuration $this) {
    return $this.toString();
  }

  /** The value's hash. */
  public int hashCode$extension(FiniteDuration $this) {
    return Objects.hashCode($this);
  }

  /** Whether the other is a boxed value that is equal. */
  public boolean equals$extension(FiniteDuration $this, @Nullable Object that) {
    return that instanceof TimeLimit other && Objects.equals($this, other.duration());
  }
}
