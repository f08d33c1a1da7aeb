// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.binary.read;

import io.wasmwhisk.engine.binary.InvalidModuleException;

/** Compares what a module has with what it may have. */
final class Bounds {
  private Bounds() {}

  /**
   * @param owner what has too many, {@code The module} for instance
   * @param measured how many there are
   * @param noun of what
   * @param name the limit's name
   * @param limit how many there may be
   */
  static void check(String owner, long measured, String noun, String name, long limit)
      throws InvalidModuleException {
    if (measured > limit) {
      throw new InvalidModuleException(
          "%s has %d %s; the limit %s is %d.".formatted(owner, measured, noun, name, limit));
    }
  }
}
