// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.Settings;
import org.apache.openwhisk.http.Messages;
import org.jspecify.annotations.Nullable;
import spray.json.RootJsonFormat;

/** Makes and uses {@link LogLimit} values. */
public final class LogLimit$ implements ArgNormalizer<LogLimit> {
  public static final LogLimit$ MODULE$ = new LogLimit$();

  private final MemoryLimitConfig config;
  private final NamespaceMemoryLimitConfig namespaceDefaultConfig;

  private LogLimit$() {
    Settings system = Settings.under("whisk.log-limit");
    this.config =
        new MemoryLimitConfig(
            Sizes.read(system, "min"), Sizes.read(system, "max"), Sizes.read(system, "std"));
    Settings namespace = Settings.under("whisk.namespace-default-limit.log-limit");
    this.namespaceDefaultConfig =
        namespace.hasAll("min", "max")
            ? new NamespaceMemoryLimitConfig(
                Sizes.read(namespace, "min"), Sizes.read(namespace, "max"))
            : new NamespaceMemoryLimitConfig(config.min(), config.max());
    CaseClass.require(
        config.max().$greater$eq(namespaceDefaultConfig.max()),
        "The system max limit must be greater than the namespace max limit.");
    CaseClass.require(
        config.min().$less$eq(namespaceDefaultConfig.min()),
        "The system min limit must be less than the namespace min limit.");
  }

  /** The settings under {@code whisk.log-limit}. */
  public MemoryLimitConfig config() {
    return config;
  }

  /** The settings under {@code whisk.namespace-default-limit.log-limit}, or else the system's. */
  public NamespaceMemoryLimitConfig namespaceDefaultConfig() {
    return namespaceDefaultConfig;
  }

  /** The limit's name in messages. */
  public String logLimitFieldName() {
    return "log";
  }

  /** The limit of an action that names none. */
  public ByteSize STD_LOGSIZE() {
    return config.std();
  }

  /** The least limit. */
  public ByteSize MIN_LOGSIZE() {
    return config.min();
  }

  /** The greatest limit. */
  public ByteSize MAX_LOGSIZE() {
    return config.max();
  }

  /** The least limit of a namespace that names none. */
  public ByteSize MIN_LOGSIZE_DEFAULT() {
    return namespaceDefaultConfig.min();
  }

  /** The greatest limit of a namespace that names none. */
  public ByteSize MAX_LOGSIZE_DEFAULT() {
    return namespaceDefaultConfig.max();
  }

  /** The limit of an action that names none. */
  public int standardLogLimit() {
    return apply(config.std());
  }

  /** The limit of an action that names none. */
  public int apply() {
    return apply(config.std());
  }

  /** The limit of a size. */
  public int apply(ByteSize megabytes) {
    return (int) megabytes.toMB();
  }

  /** The JSON form: megabytes as a number. */
  @Override
  public RootJsonFormat<LogLimit> serdes() {
    return Parsed.checked(
        limit -> Json.number(limit.megabytes()),
        json ->
            new LogLimit(
                apply(
                    new ByteSize(
                        Parsed.whole(json, "log limit must be whole number"),
                        SizeUnits.MB$.MODULE$))),
        "log limit malformed");
  }

  /** The limit as a size. */
  public ByteSize asMegaBytes$extension(int $this) {
    return new ByteSize($this, SizeUnits.MB$.MODULE$);
  }

  /** The limit as a size. */
  public ByteSize toByteSize$extension(int $this) {
    return new ByteSize($this, SizeUnits.MB$.MODULE$);
  }

  /** Fails where the user's namespace does not allow the limit. */
  public void checkNamespaceLimit$extension(int $this, Identity user) {
    long max = user.limits().allowedMaxActionLogs().toMB();
    long min = user.limits().allowedMinActionLogs().toMB();
    try {
      CaseClass.require(
          $this <= max,
          Messages.sizeExceedsAllowedThreshold(logLimitFieldName(), $this, (int) max));
      CaseClass.require(
          $this >= min, Messages.sizeBelowAllowedThreshold(logLimitFieldName(), $this, (int) min));
    } catch (IllegalArgumentException e) {
      throw new ActionLogLimitException(String.valueOf(e.getMessage()));
    }
  }

  /** The value's hash. */
  public int hashCode$extension(int $this) {
    return $this;
  }

  /** Whether the other is a boxed value that is equal. */
  public boolean equals$extension(int $this, @Nullable Object that) {
    return that instanceof LogLimit other && $this == other.megabytes();
  }
}
