// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.Settings;
import org.apache.openwhisk.http.Messages;
import org.jspecify.annotations.Nullable;
import spray.json.RootJsonFormat;

/** Makes and uses {@link MemoryLimit} values. */
public final class MemoryLimit$ implements ArgNormalizer<MemoryLimit> {
  public static final MemoryLimit$ MODULE$ = new MemoryLimit$();

  private final MemoryLimitConfig config;
  private final NamespaceMemoryLimitConfig namespaceDefaultConfig;

  private MemoryLimit$() {
    Settings system = Settings.under("whisk.memory");
    this.config =
        new MemoryLimitConfig(
            Sizes.read(system, "min"), Sizes.read(system, "max"), Sizes.read(system, "std"));
    Settings namespace = Settings.under("whisk.namespace-default-limit.memory");
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

  /** The settings under {@code whisk.memory}. */
  public MemoryLimitConfig config() {
    return config;
  }

  /** The settings under {@code whisk.namespace-default-limit.memory}, or else the system's. */
  public NamespaceMemoryLimitConfig namespaceDefaultConfig() {
    return namespaceDefaultConfig;
  }

  /** The limit's name in messages. */
  public String memoryLimitFieldName() {
    return "memory";
  }

  /** The limit of an action that names none. */
  public ByteSize STD_MEMORY() {
    return config.std();
  }

  /** The least limit. */
  public ByteSize MIN_MEMORY() {
    return config.min();
  }

  /** The greatest limit. */
  public ByteSize MAX_MEMORY() {
    return config.max();
  }

  /** The least limit of a namespace that names none. */
  public ByteSize MIN_MEMORY_DEFAULT() {
    return namespaceDefaultConfig.min();
  }

  /** The greatest limit of a namespace that names none. */
  public ByteSize MAX_MEMORY_DEFAULT() {
    return namespaceDefaultConfig.max();
  }

  /** The limit of an action that names none. */
  public int standardMemoryLimit() {
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
  public RootJsonFormat<MemoryLimit> serdes() {
    return Parsed.checked(
        limit -> Json.number(limit.megabytes()),
        json ->
            new MemoryLimit(
                apply(
                    new ByteSize(
                        Parsed.whole(json, "memory limit must be whole number"),
                        SizeUnits.MB$.MODULE$))),
        "memory limit malformed");
  }

  /** The limit as a size. */
  public ByteSize toByteSize$extension(int $this) {
    return new ByteSize($this, SizeUnits.MB$.MODULE$);
  }

  /** Fails where the user's namespace does not allow the limit. */
  public void checkNamespaceLimit$extension(int $this, Identity user) {
    long max = user.limits().allowedMaxActionMemory().toMB();
    long min = user.limits().allowedMinActionMemory().toMB();
    try {
      CaseClass.require(
          $this <= max,
          Messages.sizeExceedsAllowedThreshold(memoryLimitFieldName(), $this, (int) max));
      CaseClass.require(
          $this >= min,
          Messages.sizeBelowAllowedThreshold(memoryLimitFieldName(), $this, (int) min));
    } catch (IllegalArgumentException e) {
      throw new ActionMemoryLimitException(String.valueOf(e.getMessage()));
    }
  }

  /** The value's hash. */
  public int hashCode$extension(int $this) {
    return $this;
  }

  /** Whether the other is a boxed value that is equal. */
  public boolean equals$extension(int $this, @Nullable Object that) {
    return that instanceof MemoryLimit other && $this == other.megabytes();
  }
}
