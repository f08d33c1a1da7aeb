// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.abi;

import java.security.SecureRandom;

/** One generator for all activations, seeded when the first guest asks. */
final class SystemRandom {
  private static final SecureRandom GENERATOR = new SecureRandom();

  private SystemRandom() {}

  static void fill(byte[] target) {
    GENERATOR.nextBytes(target);
  }
}
