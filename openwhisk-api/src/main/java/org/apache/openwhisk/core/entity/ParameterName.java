// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import org.jspecify.annotations.Nullable;

/**
 * The name of a parameter.
 *
 * <p>A value class: see the package. Its methods and factories are in {@link ParameterName$}.
 */
public final class ParameterName {
  private final String name;

  /** Boxes the value. */
  public ParameterName(String name) {
    this.name = name;
  }

  /** Its size in UTF-8. */
  public static ByteSize size$extension(String $this) {
    return ParameterName$.MODULE$.size$extension($this);
  }

  /** The value's hash. */
  public static int hashCode$extension(String $this) {
    return ParameterName$.MODULE$.hashCode$extension($this);
  }

  /** Whether the other is a boxed value that is equal. */
  public static boolean equals$extension(String $this, @Nullable Object that) {
    return ParameterName$.MODULE$.equals$extension($this, that);
  }

  /** The value. */
  public String name() {
    return name;
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return ParameterName$.MODULE$.equals$extension(name, that);
  }

  @Override
  public int hashCode() {
    return ParameterName$.MODULE$.hashCode$extension(name);
  }
}
