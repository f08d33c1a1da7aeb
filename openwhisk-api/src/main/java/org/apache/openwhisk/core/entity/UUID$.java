// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.Json;
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
}
