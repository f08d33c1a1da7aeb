// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.spec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The bytes that a string of the text format means (core specification, 6.3.3). */
final class StringBytes {
  private final String text;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int position = 1;

  private StringBytes(String text) {
    this.text = text;
  }

  /**
   * @param text with its quotation marks
   */
  static byte[] of(String text) {
    StringBytes string = new StringBytes(text);
    while (string.position < text.length() - 1) {
      string.next();
    }
    return string.bytes.toByteArray();
  }

  private void next() {
    int character = text.codePointAt(position);
    position += Character.charCount(character);
    if (character == '\\') {
      escape(text.charAt(position++));
    } else {
      put(character);
    }
  }

  private void put(int character) {
    bytes.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
  }

  private void escape(char letter) {
    switch (letter) {
      case 't' -> put('\t');
      case 'n' -> put('\n');
      case 'r' -> put('\r');
      case '"', '\'', '\\' -> put(letter);
      case 'u' -> {
        int end = text.indexOf('}', position);
        put(Integer.parseInt(text.substring(position + 1, end).replace("_", ""), 16));
        position = end + 1;
      }
      default -> bytes.write(Integer.parseInt(text.substring(position - 1, ++position), 16));
    }
  }
}
