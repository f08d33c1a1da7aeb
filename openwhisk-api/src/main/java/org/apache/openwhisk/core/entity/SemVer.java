// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import org.jspecify.annotations.Nullable;
import scala.Tuple3;
import spray.json.JsString;
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

  /** The first number. */
  public static int major$extension(Tuple3<Object, Object, Object> $this) {
    return SemVer$.MODULE$.major$extension($this);
  }

  /** The second number. */
  public static int minor$extension(Tuple3<Object, Object, Object> $this) {
    return SemVer$.MODULE$.minor$extension($this);
  }

  /** The third number. */
  public static int patch$extension(Tuple3<Object, Object, Object> $this) {
    return SemVer$.MODULE$.patch$extension($this);
  }

  /** The version with its first number raised. */
  public static Tuple3<Object, Object, Object> upMajor$extension(
      Tuple3<Object, Object, Object> $this) {
    return SemVer$.MODULE$.upMajor$extension($this);
  }

  /** The version with its second number raised. */
  public static Tuple3<Object, Object, Object> upMinor$extension(
      Tuple3<Object, Object, Object> $this) {
    return SemVer$.MODULE$.upMinor$extension($this);
  }

  /** The version with its third number raised. */
  public static Tuple3<Object, Object, Object> upPatch$extension(
      Tuple3<Object, Object, Object> $this) {
    return SemVer$.MODULE$.upPatch$extension($this);
  }

  /** The JSON form: a string. */
  public static JsString toJson$extension(Tuple3<Object, Object, Object> $this) {
    return SemVer$.MODULE$.toJson$extension($this);
  }

  /** The value as a text. */
  public static String toString$extension(Tuple3<Object, Object, Object> $this) {
    return SemVer$.MODULE$.toString$extension($this);
  }

  /** The value's hash. */
  public static int hashCode$extension(Tuple3<Object, Object, Object> $this) {
    return SemVer$.MODULE$.hashCode$extension($this);
  }

  /** Whether the other is a boxed value that is equal. */
  public static boolean equals$extension(
      Tuple3<Object, Object, Object> $this, @Nullable Object that) {
    return SemVer$.MODULE$.equals$extension($this, that);
  }

  /** The value. */
  public Tuple3<Object, Object, Object> org$apache$openwhisk$core$entity$SemVer$$version() {
    return version;
  }

  /** The first number. */
  public int major() {
    return SemVer$.MODULE$.major$extension(version);
  }

  /** The second number. */
  public int minor() {
    return SemVer$.MODULE$.minor$extension(version);
  }

  /** The third number. */
  public int patch() {
    return SemVer$.MODULE$.patch$extension(version);
  }

  /** The version with its first number raised. */
  public Tuple3<Object, Object, Object> upMajor() {
    return SemVer$.MODULE$.upMajor$extension(version);
  }

  /** The version with its second number raised. */
  public Tuple3<Object, Object, Object> upMinor() {
    return SemVer$.MODULE$.upMinor$extension(version);
  }

  /** The version with its third number raised. */
  public Tuple3<Object, Object, Object> upPatch() {
    return SemVer$.MODULE$.upPatch$extension(version);
  }

  /** The JSON form: a string. */
  public JsString toJson() {
    return SemVer$.MODULE$.toJson$extension(version);
  }

  @Override
  public String toString() {
    return SemVer$.MODULE$.toString$extension(version);
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return SemVer$.MODULE$.equals$extension(version, that);
  }

  @Override
  public int hashCode() {
    return SemVer$.MODULE$.hashCode$extension(version);
  }
}
