// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.Json;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import spray.json.JsString;
import spray.json.RootJsonFormat;

/** Makes and uses {@link UUID} values. */
public final class UUID$ {
  public static final UUID$ MODULE$ = new UUID$();

  private UUID$() {}

  /** A random identifier. */
  public String apply() {
    return java.util.UUID.randomUUID().toString();
  }

  /** The identifier of a text. */
  public String apply(String str) {
    return str;
  }

  /** The JSON form: a string. */
  public RootJsonFormat<UUID> serdes() {
    return Json.format(uuid -> Json.string(uuid.asString()), json -> new UUID(Json.text(json)));
  }

  /** The first eight characters. */
  public String snippet$extension(String $this) {
    return $this.substring(0, 8);
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
    return that instanceof UUID other && Objects.equals($this, other.asString());
  }
}
