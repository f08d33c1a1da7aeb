// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import io.wasmwhisk.engine.cache.CacheUse;
import io.wasmwhisk.engine.limits.memory.MemoryUse;
import io.wasmwhisk.engine.ready.ReadyUse;
import java.time.Duration;

/**
 * What an engine has under way and has done since it was created: what is under way is of one
 * moment, counts only grow.
 *
 * @param load guests
 * @param memory the heap that guests take together
 * @param modules the module cache
 * @param ready instances made ahead
 */
public record EngineStatistics(EngineLoad load, Memory memory, Modules modules, Ready ready) {

  /**
   * The heap that guests take together, in bytes.
   *
   * @param budget what they may take
   * @param used what they have now
   * @param peak what they had at most
   * @param refusals how often there was nothing for one
   * @param waiting guests that wait for memory to begin with
   */
  public record Memory(long budget, long used, long peak, long refusals, int waiting) {
    static Memory of(MemoryUse use) {
      return new Memory(use.total(), use.used(), use.peak(), use.refusals(), use.waiting());
    }
  }

  /**
   * The module cache.
   *
   * @param hits how often a module was there, or being compiled for somebody else
   * @param misses how often there was none, and a compilation began
   * @param failures compilations that failed
   * @param evictions modules that left for others
   * @param cached modules now
   * @param bytes what these weigh
   * @param compiling processor time of all compilations that have ended
   */
  public record Modules(
      long hits,
      long misses,
      long failures,
      long evictions,
      long cached,
      long bytes,
      Duration compiling) {
    static Modules of(CacheUse use, Duration compiling) {
      return new Modules(
          use.hits(),
          use.misses(),
          use.failures(),
          use.evictions(),
          use.entries(),
          use.bytes(),
          compiling);
    }
  }

  /**
   * Instances made ahead of activations.
   *
   * @param instances those there are now
   * @param made how many were made
   * @param taken how many of them served an activation
   */
  public record Ready(long instances, long made, long taken) {
    static Ready of(ReadyUse use) {
      return new Ready(use.instances(), use.made(), use.taken());
    }
  }
}
