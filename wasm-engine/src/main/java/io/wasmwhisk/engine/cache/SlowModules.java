// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.wasmwhisk.engine.binary.ContentHash;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import java.time.Duration;

/**
 * Modules that took too long to compile, by the SHA-256 of their bytes: refused from then on, so
 * that nobody can keep compilers busy with one of them again and again. Thread-safe.
 */
public final class SlowModules {
  private static final int MOST_KNOWN = 10_000;

  private final Duration limit;
  private final Cache<ContentHash, Duration> known =
      Caffeine.newBuilder().maximumSize(MOST_KNOWN).executor(Runnable::run).build();

  /**
   * @param limit processor time that compiling one module may take
   */
  public SlowModules(Duration limit) {
    this.limit = limit;
  }

  /**
   * To be asked before a module is compiled.
   *
   * @throws InvalidModuleException when it is known to take too long
   */
  public void requireUnknown(ContentHash module) throws InvalidModuleException {
    Duration used = known.getIfPresent(module);
    if (used != null) {
      throw tooSlow(used);
    }
  }

  /**
   * To be told when a module was compiled.
   *
   * @param used processor time that it took
   * @throws InvalidModuleException when that was too long
   */
  public void requireFast(ContentHash module, Duration used) throws InvalidModuleException {
    if (used.compareTo(limit) > 0) {
      known.put(module, used);
      throw tooSlow(used);
    }
  }

  private InvalidModuleException tooSlow(Duration used) {
    return new InvalidModuleException(
        "Compiling the module takes %d milliseconds of processor time, more than the limit of %d milliseconds (the invoker's setting whisk.wasm.compile-limit)."
            .formatted(used.toMillis(), limit.toMillis()));
  }
}
