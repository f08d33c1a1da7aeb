// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.start;

/** What is waited for. */
enum Measure {
  /** {@code wasmwhisk run} of {@code hello}, to the end of the process. */
  RUN("run hello", 600),
  /** {@code wasmwhisk standalone}, to its first answer. */
  STANDALONE("standalone, to the first ping", 2_500);

  private final String words;
  private final long mostMillis;

  Measure(String words, long mostMillis) {
    this.words = words;
    this.mostMillis = mostMillis;
  }

  String words() {
    return words;
  }

  /** What its median may take. */
  long mostMillis() {
    return mostMillis;
  }
}
