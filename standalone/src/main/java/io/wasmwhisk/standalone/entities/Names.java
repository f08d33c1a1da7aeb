// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.entities;

import java.util.regex.Pattern;

/**
 * What entities may be called (OpenWhisk's {@code EntityName}) and what an activation's id looks
 * like.
 */
public final class Names {
  public static final int MAX_LENGTH = 256;
  public static final int ID_LENGTH = 32;

  private static final Pattern NAME =
      Pattern.compile("\\A(\\w|\\w[\\w@ .&-]{0," + (MAX_LENGTH - 2) + "}[\\w@.&-])\\z");
  private static final Pattern HEX = Pattern.compile("[0-9a-f]*");

  private Names() {}

  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** Whether only the digits of an id occur; its length is a question of its own. */
  public static boolean isHex(String id) {
    return HEX.matcher(id).matches();
  }
}
