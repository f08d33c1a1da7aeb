// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import org.jspecify.annotations.Nullable;
import scala.collection.Seq;
import spray.json.RootJsonFormat;

/**
 * A namespace, and below it perhaps a package and a name.
 *
 * <p>A value class: see the package. Its methods and factories are in {@link EntityPath$}.
 */
public final class EntityPath {
  private final Seq<String> path;

  /** Boxes the value. */
  public EntityPath(Seq<String> path) {
    this.path = path;
  }

  /** The JSON form: a string. */
  public static RootJsonFormat<EntityPath> serdes() {
    return EntityPath$.MODULE$.serdes();
  }

  /** The value. */
  public Seq<String> org$apache$openwhisk$core$entity$EntityPath$$path() {
    return path;
  }

  @Override
  public String toString() {
    return EntityPath$.MODULE$.toString$extension(path);
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return that instanceof EntityPath other && path.equals(other.path);
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }
}
