// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.entities;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Optional;

/**
 * A user, who owns the namespace of the same name.
 *
 * @param uuid the first half of the key, the name in basic auth
 * @param secret the second half, 64 characters; never printed
 */
public record User(String namespace, String uuid, String secret) {
  private static final int SECRET_LENGTH = 64;

  public User {
    if (!Names.isName(namespace)) {
      throw new IllegalArgumentException("'" + namespace + "' is no name for a namespace");
    }
    if (uuid.isEmpty() || secret.length() != SECRET_LENGTH) {
      throw new IllegalArgumentException(
          "the key of '%s' must be a uuid, a colon and %d characters; there are %d after the colon"
              .formatted(namespace, SECRET_LENGTH, secret.length()));
    }
  }

  /** From {@code uuid:secret}, as OpenWhisk's {@code whisk.users} writes it. */
  public static User of(String namespace, String key) {
    int colon = key.indexOf(':');
    return new User(namespace, key.substring(0, Math.max(colon, 0)), key.substring(colon + 1));
  }

  /** The key as an action gets it in {@code __OW_API_KEY}. */
  public String apiKey() {
    return uuid + ":" + secret;
  }

  /**
   * Whether these credentials are this user's, in a time that does not tell how much of them is
   * right.
   */
  public boolean isAuthenticatedBy(String name, String password) {
    return MessageDigest.isEqual(apiKey().getBytes(UTF_8), (name + ":" + password).getBytes(UTF_8));
  }

  /** The user among {@code users} whom these credentials authenticate. */
  public static Optional<User> authenticated(Iterable<User> users, String name, String password) {
    for (User user : users) {
      if (user.isAuthenticatedBy(name, password)) {
        return Optional.of(user);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "User[" + namespace + "]";
  }
}
