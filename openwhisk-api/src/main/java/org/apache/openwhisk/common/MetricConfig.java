// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.common;

import io.wasmwhisk.openwhisk.CaseClass;
import org.jspecify.annotations.Nullable;
import scala.Product;

/** The settings under {@code whisk.metrics}. */
public class MetricConfig implements Product, scala.Serializable {
  private final boolean prometheusEnabled;
  private final boolean kamonEnabled;
  private final boolean kamonTagsEnabled;
  private final boolean logsEnabled;

  /** These settings. */
  public MetricConfig(
      boolean prometheusEnabled,
      boolean kamonEnabled,
      boolean kamonTagsEnabled,
      boolean logsEnabled) {
    this.prometheusEnabled = prometheusEnabled;
    this.kamonEnabled = kamonEnabled;
    this.kamonTagsEnabled = kamonTagsEnabled;
    this.logsEnabled = logsEnabled;
  }

  /** These settings. */
  public static MetricConfig apply(
      boolean prometheusEnabled,
      boolean kamonEnabled,
      boolean kamonTagsEnabled,
      boolean logsEnabled) {
    return new MetricConfig(prometheusEnabled, kamonEnabled, kamonTagsEnabled, logsEnabled);
  }

  /** Whether metrics go to Prometheus; not served here. */
  public boolean prometheusEnabled() {
    return prometheusEnabled;
  }

  /** Whether metrics are counted by Kamon. */
  public boolean kamonEnabled() {
    return kamonEnabled;
  }

  /** Whether marker tokens carry tags in place of names. */
  public boolean kamonTagsEnabled() {
    return kamonTagsEnabled;
  }

  /** Whether log lines carry markers. */
  public boolean logsEnabled() {
    return logsEnabled;
  }

  @Override
  public String toString() {
    return CaseClass.print(this);
  }

  @Override
  public String productPrefix() {
    return "MetricConfig";
  }

  @Override
  public int productArity() {
    return 4;
  }

  @Override
  public Object productElement(int n) {
    return CaseClass.element(n, prometheusEnabled, kamonEnabled, kamonTagsEnabled, logsEnabled);
  }

  @Override
  public boolean canEqual(Object that) {
    return that instanceof MetricConfig;
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
