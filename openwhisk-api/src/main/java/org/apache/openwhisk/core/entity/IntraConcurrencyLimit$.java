// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.Json;
import io.wasmwhisk.openwhisk.Settings;
import org.apache.openwhisk.http.Messages;
import org.jspecify.annotations.Nullable;
import spray.json.RootJsonFormat;

/** Makes and uses {@link IntraConcurrencyLimit} values. */
public final class IntraConcurrencyLimit$ implements ArgNormalizer<IntraConcurrencyLimit> {
  public static final IntraConcurrencyLimit$ MODULE$ = new IntraConcurrencyLimit$();

  private final Settings system = Settings.under("whisk.concurrency-limit");
  private final Settings namespace = namespaceOrSystem(system);

  private static Settings namespaceOrSystem(Settings system) {
    Settings namespace = Settings.under("whisk.namespace-default-limit.concurrency-limit");
    return namespace.hasAll("min", "max") ? namespace : system;
  }

  private IntraConcurrencyLimit$() {
    CaseClass.require(
        MAX_CONCURRENT() >= MAX_CONCURRENT_DEFAULT(),
        "The system max limit must be greater than the namespace max limit.");
    CaseClass.require(
        MIN_CONCURRENT() <= MIN_CONCURRENT_DEFAULT(),
        "The system min limit must be less than the namespace min limit.");
  }

  /** The least limit. */
  public int MIN_CONCURRENT() {
    return system.integer("min");
  }

  /** The greatest limit. */
  public int MAX_CONCURRENT() {
    return system.integer("max");
  }

  /** The limit of an action that names none. */
  public int STD_CONCURRENT() {
    return system.integer("std");
  }

  /** The least limit of a namespace that names none. */
  public int MIN_CONCURRENT_DEFAULT() {
    return namespace.integer("min");
  }

  /** The greatest limit of a namespace that names none. */
  public int MAX_CONCURRENT_DEFAULT() {
    return namespace.integer("max");
  }

  /** The limit of an action that names none. */
  public int standardConcurrencyLimit() {
    return STD_CONCURRENT();
  }

  /** The limit of an action that names none. */
  public int apply() {
    return STD_CONCURRENT();
  }

  /** The limit of a number. */
  public int apply(int concurrency) {
    return concurrency;
  }

  /** The JSON form: a number. */
  @Override
  public RootJsonFormat<IntraConcurrencyLimit> serdes() {
    return Parsed.checked(
        limit -> Json.number(limit.maxConcurrent()),
        json ->
            new IntraConcurrencyLimit(
                Parsed.whole(json, "intra concurrency limit must be whole number")),
        "concurrency limit malformed");
  }

  /** Fails where the user's namespace does not allow the limit. */
  public void checkNamespaceLimit$extension(int $this, Identity user) {
    int max = user.limits().allowedMaxActionConcurrency();
    int min = user.limits().allowedMinActionConcurrency();
    try {
      CaseClass.require($this <= max, Messages.concurrencyExceedsAllowedThreshold($this, max));
      CaseClass.require($this >= min, Messages.concurrencyBelowAllowedThreshold($this, min));
    } catch (IllegalArgumentException e) {
      throw new ActionConcurrencyLimitException(String.valueOf(e.getMessage()));
    }
  }

  /** The value's hash. */
  public int hashCode$extension(int $this) {
    return $this;
  }

  /** Whether the other is a boxed value that is equal. */
  public boolean equals$extension(int $this, @Nullable Object that) {
    return that instanceof IntraConcurrencyLimit other && $this == other.maxConcurrent();
  }
}
