// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import org.jspecify.annotations.Nullable;
import spray.json.RootJsonFormat;

/**
 * The name of an action or a namespace.
 *
 * <p>A value class: see the package. Its methods and factories are in {@link EntityName$}.
 */
public final class EntityName {
  private final String name;

  /** Boxes the value. */
  public EntityName(String name) {
    this.name = name;
  }

  /** The JSON form: a string. */
  public static RootJsonFormat<EntityName> serdes() {
    return EntityName$.MODULE$.serdes();
  }

  /** The value. */
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return name;
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return that instanceof EntityName other && name.equals(other.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
