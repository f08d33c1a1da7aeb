// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.entity;

/** Makes {@link BasicAuthenticationAuthKey}. */
public final class BasicAuthenticationAuthKey$ implements scala.Serializable {
  public static final BasicAuthenticationAuthKey$ MODULE$ = new BasicAuthenticationAuthKey$();

  private BasicAuthenticationAuthKey$() {}

  /**
   * The key of a text {@code uuid:key}; what follows a second colon is ignored.
   *
   * @throws IllegalArgumentException where the secret has not 64 characters
   */
  public BasicAuthenticationAuthKey apply(String str) {
    String[] parts = str.split(":", -1);
    String secret = parts.length > 1 ? parts[1].trim() : "";
    return new BasicAuthenticationAuthKey(parts[0].trim(), Secret$.MODULE$.apply(secret));
  }

  /** A random key. */
  public BasicAuthenticationAuthKey apply() {
    return new BasicAuthenticationAuthKey(UUID$.MODULE$.apply(), Secret$.MODULE$.apply());
  }

  /** A user and a secret. */
  public BasicAuthenticationAuthKey apply(String uuid, String key) {
    return new BasicAuthenticationAuthKey(uuid, key);
  }
}
