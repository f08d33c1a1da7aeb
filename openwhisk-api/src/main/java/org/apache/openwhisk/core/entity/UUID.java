// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import org.jspecify.annotations.Nullable;
import spray.json.RootJsonFormat;

/**
 * The identifier of a user or a namespace.
 *
 * <p>A value class: see the package. Its methods and factories are in {@link UUID$}.
 */
public final class UUID {
  private final String asString;

  /** Boxes the value. */
  public UUID(String asString) {
    this.asString = asString;
  }

  /** The JSON form: a string. */
  public static RootJsonFormat<UUID> serdes() {
    return UUID$.MODULE$.serdes();
  }

  /** The value. */
  public String asString() {
    return asString;
  }

  @Override
  public String toString() {
    return asString;
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return that instanceof UUID other && asString.equals(other.asString);
  }

  @Override
  public int hashCode() {
    return asString.hashCode();
  }
}
