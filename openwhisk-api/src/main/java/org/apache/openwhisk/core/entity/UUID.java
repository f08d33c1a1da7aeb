// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import org.jspecify.annotations.Nullable;
import spray.json.JsString;
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

  /** The first eight characters. */
  public static String snippet$extension(String $this) {
    return UUID$.MODULE$.snippet$extension($this);
  }

  /** The JSON form: a string. */
  public static JsString toJson$extension(String $this) {
    return UUID$.MODULE$.toJson$extension($this);
  }

  /** The value as a text. */
  public static String toString$extension(String $this) {
    return UUID$.MODULE$.toString$extension($this);
  }

  /** The value's hash. */
  public static int hashCode$extension(String $this) {
    return UUID$.MODULE$.hashCode$extension($this);
  }

  /** Whether the other is a boxed value that is equal. */
  public static boolean equals$extension(String $this, @Nullable Object that) {
    return UUID$.MODULE$.equals$extension($this, that);
  }

  /** The value. */
  public String asString() {
    return asString;
  }

  /** The first eight characters. */
  public String snippet() {
    return UUID$.MODULE$.snippet$extension(asString);
  }

  /** The JSON form: a string. */
  public JsString toJson() {
    return UUID$.MODULE$.toJson$extension(asString);
  }

  @Override
  public String toString() {
    return UUID$.MODULE$.toString$extension(asString);
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return UUID$.MODULE$.equals$extension(asString, that);
  }

  @Override
  public int hashCode() {
    return UUID$.MODULE$.hashCode$extension(asString);
  }
}
