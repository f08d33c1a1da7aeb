// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker.capability.manifest;

import java.util.regex.Pattern;

/** Names of environment variables that an operator gives and an action asks for. */
public final class Variables {
  /** What a name is, for messages. */
  public static final String WORDS =
      "a variable's name of letters, digits and _, at most 128, not beginning with __OW_";

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

  private Variables() {}

  /** Whether it is one. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches() && !text.startsWith("__OW_");
  }
}
