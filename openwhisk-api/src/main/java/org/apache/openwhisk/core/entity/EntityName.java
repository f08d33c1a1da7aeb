// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import org.jspecify.annotations.Nullable;
import scala.collection.Seq;
import spray.json.JsString;
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

  /** The name. */
  public static String asString$extension(String $this) {
    return EntityName$.MODULE$.asString$extension($this);
  }

  /** The JSON form: a string. */
  public static JsString toJson$extension(String $this) {
    return EntityName$.MODULE$.toJson$extension($this);
  }

  /** The path of this one name. */
  public static Seq<String> toPath$extension(String $this) {
    return EntityName$.MODULE$.toPath$extension($this);
  }

  /** The path of this name and another. */
  public static Seq<String> addPath$extension0(String $this, String e) {
    return EntityName$.MODULE$.addPath$extension0($this, e);
  }

  /** The value as a text. */
  public static String toString$extension(String $this) {
    return EntityName$.MODULE$.toString$extension($this);
  }

  /** The value's hash. */
  public static int hashCode$extension(String $this) {
    return EntityName$.MODULE$.hashCode$extension($this);
  }

  /** Whether the other is a boxed value that is equal. */
  public static boolean equals$extension(String $this, @Nullable Object that) {
    return EntityName$.MODULE$.equals$extension($this, that);
  }

  /** The value. */
  public String name() {
    return name;
  }

  /** The name. */
  public String asString() {
    return EntityName$.MODULE$.asString$extension(name);
  }

  /** The JSON form: a string. */
  public JsString toJson() {
    return EntityName$.MODULE$.toJson$extension(name);
  }

  /** The path of this one name. */
  public Seq<String> toPath() {
    return EntityName$.MODULE$.toPath$extension(name);
  }

  /** The path of this name and another. */
  public Seq<String> addPath(String e) {
    return EntityName$.MODULE$.addPath$extension0(name, e);
  }

  @Override
  public String toString() {
    return EntityName$.MODULE$.toString$extension(name);
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return EntityName$.MODULE$.equals$extension(name, that);
  }

  @Override
  public int hashCode() {
    return EntityName$.MODULE$.hashCode$extension(name);
  }
}
