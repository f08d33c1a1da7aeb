// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.Settings;

/** The greatest size of parameters and results, from {@code whisk.activation.payload}. */
public final class ActivationEntityLimit$ {
  public static final ActivationEntityLimit$ MODULE$ = new ActivationEntityLimit$();

  private final ByteSize max;
  private final ByteSize truncation;
  private final ByteSize overhead;
  private final ByteSize namespaceMax;
  private final ByteSize namespaceTruncation;

  private ActivationEntityLimit$() {
    Settings system = Settings.under("whisk.activation");
    this.max = Sizes.read(system, "payload.max");
    this.truncation = Sizes.read(system, "payload.truncation");
    this.overhead = Sizes.read(system, "serdes-overhead");
    Settings namespace = Settings.under("whisk.namespace-default-limit.activation.payload");
    boolean set = namespace.hasAll("max", "truncation");
    this.namespaceMax = set ? Sizes.read(namespace, "max") : max;
    this.namespaceTruncation = set ? Sizes.read(namespace, "truncation") : truncation;
  }

  /** The greatest size. */
  public ByteSize MAX_ACTIVATION_ENTITY_LIMIT() {
    return max;
  }

  /** How much of something larger is kept. */
  public ByteSize MAX_ACTIVATION_ENTITY_TRUNCATION_LIMIT() {
    return truncation;
  }

  /** The greatest size with what surrounds it in a message. */
  public ByteSize MAX_ACTIVATION_LIMIT() {
    return max.$plus(overhead);
  }

  /** The greatest size in a namespace that names none. */
  public ByteSize MAX_ACTIVATION_ENTITY_LIMIT_DEFAULT() {
    return namespaceMax;
  }

  /** How much of something larger is kept in a namespace that names nothing. */
  public ByteSize MAX_ACTIVATION_ENTITY_TRUNCATION_LIMIT_DEFAULT() {
    return namespaceTruncation;
  }
}
