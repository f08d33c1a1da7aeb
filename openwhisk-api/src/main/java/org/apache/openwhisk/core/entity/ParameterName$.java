// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes and uses {@link ParameterName} values. */
public final class ParameterName$ {
  public static final ParameterName$ MODULE$ = new ParameterName$();

  private ParameterName$() {}

  /** Its size in UTF-8. */
  public ByteSize size$extension(String $this) {
    return Sizes.of($this);
  }

  /** The value's hash. */
  public int hashCode$extension(String $this) {
    return Objects.hashCode($this);
  }

  /** Whether the other is a boxed value that is equal. */
  public boolean equals$extension(String $this, @Nullable Object that) {
    return that instanceof ParameterName other && Objects.equals($this, other.name());
  }
}
