// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.cold;

/** What a new action is made of. */
public enum Code {
  /** Code that the server ran before, under other names. */
  KNOWN("known"),
  /** Code that the server never saw. */
  NEW("new");

  private final String words;

  Code(String words) {
    this.words = words;
  }

  /** As people read it. */
  String words() {
    return words;
  }
}
