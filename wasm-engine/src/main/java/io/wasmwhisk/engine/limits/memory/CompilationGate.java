// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits.memory;

import java.util.concurrent.Semaphore;

/**
 * Bounds what compilers hold at once: modules come in first come first served, while those inside
 * have no more bytes together than the gate is wide. Compiling takes about six times a module's
 * size, half of it for good.
 */
public final class CompilationGate {
  /** Six times that is a quarter of the heap; guests have half of it, and the cache the rest. */
  private static final int HEAP_PART = 24;

  /** Permits are ints. */
  private static final int UNIT = 1024;

  private final long width;
  private final Semaphore units;

  /**
   * @param width bytes of modules at once
   */
  public CompilationGate(long width) {
    this.width = width;
    this.units = new Semaphore(unitsOf(width), true);
  }

  /** As wide as a heap of so many bytes allows. */
  public static CompilationGate ofHeap(long bytes) {
    return new CompilationGate(bytes / HEAP_PART);
  }

  /** Bytes that a module may have to come in at all. */
  public long width() {
    return width;
  }

  /** Waits until a module of so many bytes, at most {@link #width}, may come in. */
  public Passage enter(long bytes) {
    if (bytes > width) {
      throw new IllegalArgumentException(
          "a module of %d bytes is wider than the gate of %d bytes".formatted(bytes, width));
    }
    int needed = unitsOf(bytes);
    units.acquireUninterruptibly(needed);
    return () -> units.release(needed);
  }

  /** A module inside; to be closed once. */
  @FunctionalInterface
  public interface Passage extends AutoCloseable {
    @Override
    void close();
  }

  private static int unitsOf(long bytes) {
    return (int) (bytes / UNIT);
  }
}
