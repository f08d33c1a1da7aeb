// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.Json;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import spray.json.JsString;
import spray.json.RootJsonFormat;

/** Makes and uses {@link Subject} values. */
public final class Subject$ implements ArgNormalizer<Object> {
  public static final Subject$ MODULE$ = new Subject$();

  private Subject$() {}

  /** The least length. */
  public int MIN_LENGTH() {
    return 5;
  }

  /** The subject of a text, checked. */
  @Override
  public Object factory(String str) {
    CaseClass.require(str.length() >= 5, "subject must be at least 5 characters");
    return new Subject(str);
  }

  /** The JSON form: a string. */
  @Override
  public RootJsonFormat<Object> serdes() {
    return Parsed.format(
        subject -> Json.string(subject.toString()),
        json -> apply(Json.text(json)),
        "subject malformed");
  }

  /** The subject as a text. */
  public String asString$extension(String $this) {
    return $this;
  }

  /** The JSON form: a string. */
  public JsString toJson$extension(String $this) {
    return Json.string($this);
  }

  /** The value as a text. */
  public String toString$extension(String $this) {
    return $this;
  }

  /** The value's hash. */
  public int hashCode$extension(String $this) {
    return Objects.hashCode($this);
  }

  /** Whether the other is a boxed value that is equal. */
  public boolean equals$extension(String $this, @Nullable Object that) {
    return that instanceof Subject other
        && Objects.equals($this, other.org$apache$openwhisk$core$entity$Subject$$subject());
  }
}
