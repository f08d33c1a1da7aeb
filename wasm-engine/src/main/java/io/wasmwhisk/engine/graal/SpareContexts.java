// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.graal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import org.jspecify.annotations.Nullable;

/**
 * Contexts that were made ahead of the activations that will run in them, at most one for a module.
 * They keep no module alive: one that nobody has any more takes its spare with it.
 */
final class SpareContexts {
  private final Cache<GraalCode, LoadedContext> spares;

  /**
   * @param most Contexts to keep
   */
  SpareContexts(int most) {
    spares =
        Caffeine.newBuilder()
            .weakKeys()
            .maximumSize(most)
            .executor(Runnable::run)
            .evictionListener(SpareContexts::evicted)
            .build();
  }

  private static void evicted(
      @Nullable GraalCode code, @Nullable LoadedContext spare, RemovalCause cause) {
    if (spare != null) {
      spare.close();
    }
  }

  @Nullable LoadedContext take(GraalCode code) {
    return spares.asMap().remove(code);
  }

  boolean lacks(GraalCode code) {
    return spares.getIfPresent(code) == null;
  }

  /** Closes this one where there is one already. */
  void put(GraalCode code, LoadedContext spare) {
    if (spares.asMap().putIfAbsent(code, spare) != null) {
      spare.close();
    }
  }

  /** How many there are. */
  long count() {
    spares.cleanUp();
    return spares.estimatedSize();
  }
}
