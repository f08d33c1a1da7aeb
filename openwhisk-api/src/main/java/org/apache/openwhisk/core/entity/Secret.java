// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import org.jspecify.annotations.Nullable;
import spray.json.JsString;
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

  /** The secret as a text. */
  public static String asString$extension(String $this) {
    return Secret$.MODULE$.asString$extension($this);
  }

  /** The JSON form: a string. */
  public static JsString toJson$extension(String $this) {
    return Secret$.MODULE$.toJson$extension($this);
  }

  /** The value as a text. */
  public static String toString$extension(String $this) {
    return Secret$.MODULE$.toString$extension($this);
  }

  /** The value's hash. */
  public static int hashCode$extension(String $this) {
    return Secret$.MODULE$.hashCode$extension($this);
  }

  /** Whether the other is a boxed value that is equal. */
  public static boolean equals$extension(String $this, @Nullable Object that) {
    return Secret$.MODULE$.equals$extension($this, that);
  }

  /** The value. */
  public String key() {
    return key;
  }

  /** The secret as a text. */
  public String asString() {
    return Secret$.MODULE$.asString$extension(key);
  }

  /** The JSON form: a string. */
  public JsString toJson() {
    return Secret$.MODULE$.toJson$extension(key);
  }

  @Override
  public String toString() {
    return Secret$.MODULE$.toString$extension(key);
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return Secret$.MODULE$.equals$extension(key, that);
  }

  @Override
  public int hashCode() {
    return Secret$.MODULE$.hashCode$extension(key);
  }
}
