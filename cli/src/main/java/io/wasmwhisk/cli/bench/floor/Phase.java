// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.floor;

/** What is called. */
public enum Phase {
  /** The same action again and again. */
  WARM("warm", 1.15),
  /** An action that was never called: a new container, for code that the server knows. */
  COLD("cold", 1.1),
  /** A new container for code that the server never saw. */
  NEW_CODE("cold, new code", Double.POSITIVE_INFINITY);

  private final String words;
  private final double bound;

  Phase(String words, double bound) {
    this.words = words;
    this.bound = bound;
  }

  /** As people read it. */
  public String words() {
    return words;
  }

  /** So many times the median of {@link Side#ECHO} that of {@link Side#WASM} may be. */
  public double bound() {
    return bound;
  }

  boolean isBound() {
    return bound < Double.POSITIVE_INFINITY;
  }
}
