// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.client;

/**
 * A field of a message's head.
 *
 * @param name in lower case
 * @param value without blanks at its ends
 */
public record Header(String name, String value) {
  int length() {
    return name.length() + value.length();
  }

  /** Without the value, which may be a secret. */
  @Override
  public String toString() {
    return name;
  }
}
