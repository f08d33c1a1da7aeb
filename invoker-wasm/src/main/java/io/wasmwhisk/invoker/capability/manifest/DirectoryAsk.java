// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker.capability.manifest;

import java.util.Arrays;

/**
 * A directory that an action asks for.
 *
 * @param directory the name of one that the operator offers, or an absolute path of the host
 * @param guest the absolute path by which the guest knows it
 * @param writable whether it is to be changed
 */
public record DirectoryAsk(String directory, String guest, boolean writable) {
  private static final int MOST_CHARACTERS = 1_024;

  /** Refuses paths that are not in their shortest form. */
  public DirectoryAsk {
    require(
        isPath(directory) || isName(directory),
        "directory",
        directory,
        "a name or an absolute path without . and ..");
    require(
        isPath(guest) && !guest.equals("/"),
        "guest",
        guest,
        "an absolute path below / without . and ..");
  }

  private static void require(boolean valid, String key, String found, String expected) {
    if (!valid) {
      throw new IllegalArgumentException(
          "%s is \"%s\", expected %s".formatted(key, found, expected));
    }
  }

  /** Whether a path of the host is asked for, and not a name of the operator's. */
  public boolean byPath() {
    return directory.startsWith("/");
  }

  private static boolean isName(String text) {
    return !text.isEmpty() && text.length() <= MOST_CHARACTERS && text.matches("[A-Za-z0-9_.-]+");
  }

  /** Whether it is an absolute path in its shortest form. */
  public static boolean isPath(String text) {
    return text.startsWith("/")
        && text.length() <= MOST_CHARACTERS
        && text.indexOf('\0') < 0
        && (text.equals("/")
            || Arrays.stream(text.substring(1).split("/", -1))
                .noneMatch(name -> name.isEmpty() || name.equals(".") || name.equals("..")));
  }

  /** As an error names it. */
  @Override
  public String toString() {
    return "%s %s as %s".formatted(directory, mode(writable), guest);
  }

  private static String mode(boolean writable) {
    return writable ? "rw" : "ro";
  }
}
