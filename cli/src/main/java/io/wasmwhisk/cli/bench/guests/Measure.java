// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.guests;

/** What is measured of each guest. */
enum Measure {
  /** Compiling a module never seen before. */
  COMPILE("compile"),
  /** The first call of a module that was just compiled. */
  COLD("cold"),
  /** Both: from bytes never seen before to the result. */
  NEW("never seen to result"),
  /** Calls one at a time, with a pause before each in which the next instance can be made. */
  PAUSED("warm, one at a time"),
  /** Calls one after the other. */
  ONE_THREAD("warm, 1 thread"),
  /** The same on two threads at once. */
  TWO_THREADS("warm, 2 threads"),
  /** Calls of an empty module: the embedding's share. */
  OVERHEAD("empty module");

  private final String words;

  Measure(String words) {
    this.words = words;
  }

  /** As people read it. */
  String words() {
    return words;
  }
}
