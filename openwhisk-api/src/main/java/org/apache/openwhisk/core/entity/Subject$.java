// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.Json;
import spray.json.RootJsonFormat;

/** Makes and uses {@link Subject} values. */
public final class Subject$ implements ArgNormalizer<Object> {
  public static final Subject$ MODULE$ = new Subject$();

  private Subject$() {}

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
}
