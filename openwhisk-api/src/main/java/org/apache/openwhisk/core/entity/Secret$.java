// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

import io.wasmwhisk.openwhisk.CaseClass;
import io.wasmwhisk.openwhisk.Json;
import java.security.SecureRandom;
import spray.json.RootJsonFormat;

/** Makes and uses {@link Secret} values. */
public final class Secret$ {
  public static final Secret$ MODULE$ = new Secret$();

  private static final String ALPHANUMERIC =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secret$() {}

  /**
   * The secret of a text, checked.
   *
   * @throws IllegalArgumentException where it has not 64 characters
   */
  public String apply(String str) {
    CaseClass.require(str.length() >= 64, "secret must be at least 64 characters");
    CaseClass.require(str.length() <= 64, "secret must be at most 64 characters");
    return str;
  }

  /** A random secret. */
  public String apply() {
    StringBuilder secret = new StringBuilder(64);
    for (int i = 0; i < 64; i++) {
      secret.append(ALPHANUMERIC.charAt(RANDOM.nextInt(ALPHANUMERIC.length())));
    }
    return secret.toString();
  }

  /** The JSON form: a string. */
  public RootJsonFormat<Secret> serdes() {
    return Json.format(
        secret -> Json.string(secret.key()), json -> new Secret(apply(Json.text(json))));
  }
}
