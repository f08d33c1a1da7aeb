// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.abi;

/** Where a guest's random bytes come from. Thread-safe. */
@FunctionalInterface
public interface RandomSource {

  /** Fills all of {@code target}. */
  void fill(byte[] target);

  /** The JVM's strong generator, which does not run out. */
  static RandomSource secure() {
    return SystemRandom::fill;
  }
}
