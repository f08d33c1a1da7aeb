// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import org.jspecify.annotations.Nullable;
import spray.json.RootJsonFormat;

/**
 * The secret part of a key for basic authentication: 64 characters.
 *
 * <p>A value class: see the package. Its methods and factories are in {@link Secret$}.
 */
public final class Secret {
  private final String key;

  /** Boxes the value. */
  public Secret(String key) {
    this.key = key;
  }

  /** The JSON form: a string. */
  public static RootJsonFormat<Secret> serdes() {
    return Secret$.MODULE$.serdes();
  }

  /** The value. */
  public String key() {
    return key;
  }

  @Override
  public String toString() {
    return key;
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return that instanceof Secret other && key.equals(other.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }
}
