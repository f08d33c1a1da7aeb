// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * Settings of a {@link WasmEngine}.
 *
 * @param engine which engine runs guests
 * @param classCache where Endive keeps classes between two starts, if anywhere
 * @param moduleCacheBytes compiled modules kept, by the memory they take (about {@value
 *     #PARSED_FACTOR} times their size); containers keep those they use in any case
 * @param concurrency how many guests there are at once
 * @param stackBytes stack of a guest's thread; 1 MiB allows about 300 calls of cold code
 * @param moduleBytes size of a module at most
 * @param compileTime processor time that compiling one module may take
 * @param memoryBudgetBytes heap that all guests may take together
 * @param readyBytes heap that instances made ahead of activations may take, beside that; 0 to make
 *     none
 */
public record EngineSettings(
    EngineChoice engine,
    Optional<ClassCache> classCache,
    long moduleCacheBytes,
    Concurrency concurrency,
    long stackBytes,
    int moduleBytes,
    Duration compileTime,
    long memoryBudgetBytes,
    long readyBytes) {
  static final long PARSED_FACTOR = 3;

  /** A guest that prints a line has 192 KiB of memory; less than a few of them is no budget. */
  private static final long LEAST_BUDGET_BYTES = 1L << 20;

  /**
   * 256 MiB of modules, each up to 64 MiB and 10 s to compile; 16 MiB of stack for each guest, half
   * of the JVM's heap for all of them, a 25th for those made ahead.
   */
  public static final EngineSettings DEFAULTS =
      new EngineSettings(
          EngineChoice.AUTO,
          Optional.empty(),
          256L << 20,
          Concurrency.DEFAULTS,
          16L << 20,
          64 << 20,
          Duration.ofSeconds(10),
          Runtime.getRuntime().maxMemory() / 2,
          Runtime.getRuntime().maxMemory() / 25);

  private static final long LEAST_STACK_BYTES = 256L << 10;
  private static final long MOST_STACK_BYTES = 1L << 30;

  /** Checks each range. */
  public EngineSettings {
    if (moduleCacheBytes < 0) {
      throw new IllegalArgumentException(
          "module cache of " + moduleCacheBytes + " bytes must not be negative");
    }
    if (moduleBytes < 1) {
      throw new IllegalArgumentException(
          "module limit of " + moduleBytes + " bytes must be at least 1");
    }
    if (!compileTime.isPositive()) {
      throw new IllegalArgumentException(
          "compile limit of " + compileTime + " must be more than zero");
    }
    if (stackBytes < LEAST_STACK_BYTES || stackBytes > MOST_STACK_BYTES) {
      throw new IllegalArgumentException(
          "guest stack of %d bytes must be from %d to %d bytes"
              .formatted(stackBytes, LEAST_STACK_BYTES, MOST_STACK_BYTES));
    }
    long heap = Runtime.getRuntime().maxMemory();
    if (memoryBudgetBytes < LEAST_BUDGET_BYTES || memoryBudgetBytes > heap) {
      throw new IllegalArgumentException(
          "memory budget of %d bytes must be from %d to the JVM's heap of %d bytes"
              .formatted(memoryBudgetBytes, LEAST_BUDGET_BYTES, heap));
    }
    if (readyBytes < 0 || readyBytes > heap) {
      throw new IllegalArgumentException(
          "%d bytes for instances made ahead must be from 0 to the JVM's heap of %d bytes"
              .formatted(readyBytes, heap));
    }
  }

  /** These settings with another engine. */
  public EngineSettings withEngine(EngineChoice choice) {
    return new EngineSettings(
        choice,
        classCache,
        moduleCacheBytes,
        concurrency,
        stackBytes,
        moduleBytes,
        compileTime,
        memoryBudgetBytes,
        readyBytes);
  }

  /** These settings with a class cache. */
  public EngineSettings withClassCache(ClassCache cache) {
    return new EngineSettings(
        engine,
        Optional.of(cache),
        moduleCacheBytes,
        concurrency,
        stackBytes,
        moduleBytes,
        compileTime,
        memoryBudgetBytes,
        readyBytes);
  }

  /** These settings with another budget of memory. */
  public EngineSettings withMemoryBudgetBytes(long bytes) {
    return new EngineSettings(
        engine,
        classCache,
        moduleCacheBytes,
        concurrency,
        stackBytes,
        moduleBytes,
        compileTime,
        bytes,
        readyBytes);
  }

  /** These settings with other numbers of guests. */
  public EngineSettings withConcurrency(Concurrency concurrency) {
    return new EngineSettings(
        engine,
        classCache,
        moduleCacheBytes,
        concurrency,
        stackBytes,
        moduleBytes,
        compileTime,
        memoryBudgetBytes,
        readyBytes);
  }

  /** These settings with another size of a module at most. */
  public EngineSettings withModuleBytes(int bytes) {
    return new EngineSettings(
        engine,
        classCache,
        moduleCacheBytes,
        concurrency,
        stackBytes,
        bytes,
        compileTime,
        memoryBudgetBytes,
        readyBytes);
  }

  /** These settings with another limit of compiling. */
  public EngineSettings withCompileTime(Duration time) {
    return new EngineSettings(
        engine,
        classCache,
        moduleCacheBytes,
        concurrency,
        stackBytes,
        moduleBytes,
        time,
        memoryBudgetBytes,
        readyBytes);
  }
}
