// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import org.jspecify.annotations.Nullable;
import spray.json.JsString;

/**
 * Who invokes actions.
 *
 * <p>A value class: see the package. Its methods and factories are in {@link Subject$}.
 */
public final class Subject {
  private final String subject;

  /** Boxes the value. */
  public Subject(String subject) {
    this.subject = subject;
  }

  /** The subject as a text. */
  public static String asString$extension(String $this) {
    return Subject$.MODULE$.asString$extension($this);
  }

  /** The JSON form: a string. */
  public static JsString toJson$extension(String $this) {
    return Subject$.MODULE$.toJson$extension($this);
  }

  /** The value as a text. */
  public static String toString$extension(String $this) {
    return Subject$.MODULE$.toString$extension($this);
  }

  /** The value's hash. */
  public static int hashCode$extension(String $this) {
    return Subject$.MODULE$.hashCode$extension($this);
  }

  /** Whether the other is a boxed value that is equal. */
  public static boolean equals$extension(String $this, @Nullable Object that) {
    return Subject$.MODULE$.equals$extension($this, that);
  }

  /** The value. */
  public String org$apache$openwhisk$core$entity$Subject$$subject() {
    return subject;
  }

  /** The subject as a text. */
  public String asString() {
    return Subject$.MODULE$.asString$extension(subject);
  }

  /** The JSON form: a string. */
  public JsString toJson() {
    return Subject$.MODULE$.toJson$extension(subject);
  }

  @Override
  public String toString() {
    return Subject$.MODULE$.toString$extension(subject);
  }

  @Override
  public boolean equals(@Nullable Object that) {
    return Subject$.MODULE$.equals$extension(subject, that);
  }

  @Override
  public int hashCode() {
    return Subject$.MODULE$.hashCode$extension(subject);
  }
}
