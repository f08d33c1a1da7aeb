// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.entities;

/**
 * Whether code counts as binary: {@code Exec.isBinaryCode}, by a loop because a regex overflows the
 * stack on megabytes.
 */
final class BinaryCode {
  private BinaryCode() {}

  /** True for base64 in whole groups of four, padding included; blanks around it do not count. */
  static boolean test(String code) {
    String text = code.trim();
    int length = text.length();
    if (length == 0 || length % 4 != 0) {
      return false;
    }
    int end = text.endsWith("==") ? length - 2 : text.endsWith("=") ? length - 1 : length;
    for (int i = 0; i < end; i++) {
      if (!isBase64(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBase64(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }
}
