// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import org.jspecify.annotations.Nullable;
import scala.Tuple3;
import spray.json.RootJsonFormat;

/**
 * A version {@code major.minor.patch}.
 *
 * <p>A value class: see the package. Its methods and factories are in {@link SemVer$}.
 */
public final class SemVer {
  private final Tuple3<Object, Object, Object> version;

  /** Boxes the value. */
  public SemVer(Tuple3<Object, Object, Object> version) {
    this.version = version;
  }

  /** The JSON form: a string. */
  public static RootJsonFormat<SemVer> serdes() {
    return SemVer$.MODULE$.serdes();
  }

  /** The value. */
  public Tuple3<Object, Object, Object> org$apache$openwhisk$core$entity$SemVer$$version() {
    return version;
  }

  @Override
  public String toString() {
    return SemVer$.MODULE$.toString$extension(version);
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return that instanceof SemVer other && version.equals(other.version);
  }

  @Override
  public int hashCode() {
    return version.hashCode();
  }
}
