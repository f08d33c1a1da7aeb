// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.limits;

/**
 * What an action may ask for, and what it gets when it does not ask. The unit is that of the limit
 * it belongs to; {@code min <= std <= max} must hold.
 */
public record LimitRange(long min, long max, long std) {

  public LimitRange {
    if (min > std || std > max) {
      throw new IllegalArgumentException(
          "min <= std <= max must hold: min %d, std %d, max %d".formatted(min, std, max));
    }
  }
}
