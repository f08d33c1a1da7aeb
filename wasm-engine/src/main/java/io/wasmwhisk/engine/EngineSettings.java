// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

/**
 * Settings of a {@link WasmEngine}.
 *
 * @param moduleCacheBytes compiled modules kept, by the memory they take (about {@value
 *     #PARSED_FACTOR} times their size); containers keep those they use in any case
 * @param concurrentActivations guests that run at once in this JVM
 * @param stackBytes stack of a guest's thread; 1 MiB allows about 300 calls of cold code
 * @param moduleBytes size of a module at most
 */
public record EngineSettings(
    long moduleCacheBytes, int concurrentActivations, long stackBytes, int moduleBytes) {
  static final long PARSED_FACTOR = 3;

  /** 256 MiB of modules, each up to 64 MiB; 10,000 activations at once, 16 MiB of stack each. */
  public static final EngineSettings DEFAULTS =
      new EngineSettings(256L << 20, 10_000, 16L << 20, 64 << 20);

  private static final long LEAST_STACK_BYTES = 256L << 10;
  private static final long MOST_STACK_BYTES = 1L << 30;

  /** Checks each range. */
  public EngineSettings {
    if (moduleCacheBytes < 0) {
      throw new IllegalArgumentException(
          "module cache of " + moduleCacheBytes + " bytes must not be negative");
    }
    if (concurrentActivations < 1) {
      throw new IllegalArgumentException(
          "concurrent activations of " + concurrentActivations + " must be at least 1");
    }
    if (moduleBytes < 1) {
      throw new IllegalArgumentException(
          "module limit of " + moduleBytes + " bytes must be at least 1");
    }
    if (stackBytes < LEAST_STACK_BYTES || stackBytes > MOST_STACK_BYTES) {
      throw new IllegalArgumentException(
          "guest stack of %d bytes must be from %d to %d bytes"
              .formatted(stackBytes, LEAST_STACK_BYTES, MOST_STACK_BYTES));
    }
  }
}
