// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.settings;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sizes as OpenWhisk writes them ({@code ByteSize.fromString}): "1024 m", "128 MB". A kilobyte is
 * 1024 bytes in every spelling, which is not so in HOCON's own byte sizes.
 */
final class ByteSizes {
  static final long MB = 1024 * 1024;

  private static final Pattern SIZE = Pattern.compile("(\\d{1,12})\\s*([bkmg])b?");

  private ByteSizes() {}

  /**
   * Bytes.
   *
   * @throws IllegalArgumentException for anything but a whole number with a unit
   */
  static long parse(String text) {
    Matcher matcher = SIZE.matcher(text.trim().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no size; write a whole number and b, k, m or g, as in 128 m");
    }
    return Long.parseLong(matcher.group(1)) * unit(matcher.group(2).charAt(0));
  }

  private static long unit(char letter) {
    return switch (letter) {
      case 'k' -> 1024;
      case 'm' -> MB;
      case 'g' -> 1024 * MB;
      default -> 1;
    };
  }
}
