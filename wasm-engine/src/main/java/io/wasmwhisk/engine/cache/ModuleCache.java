// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.ToLongFunction;

/**
 * A bounded, single-flight cache.
 *
 * @param <M> what is kept
 */
public final class ModuleCache<M> {
  /** Weights are ints in the cache, modules can be larger: count in KiB. */
  private static final int UNIT = 1024;

  private final AsyncCache<ContentHash, M> modules;

  /**
   * @param mostBytes the sum of weights kept
   * @param weight bytes of one entry
   */
  public ModuleCache(long mostBytes, ToLongFunction<M> weight) {
    modules =
        Caffeine.newBuilder()
            .maximumWeight(mostBytes / UNIT)
            .weigher((ContentHash hash, M module) -> inUnits(weight.applyAsLong(module)))
            .executor(Runnable::run)
            .buildAsync();
  }

  private static int inUnits(long bytes) {
    return (int) Math.min(Integer.MAX_VALUE, bytes / UNIT + 1);
  }

  /** Compiles what a hash stands for. */
  @FunctionalInterface
  public interface Compiler<M> {
    /** Called by one of those who wait, on its own thread. */
    M compile() throws InvalidModuleException;
  }

  /**
   * The entry for {@code hash}, compiled if need be. Concurrent callers of one hash share one
   * compilation; a failure is not kept.
   */
  public M get(ContentHash hash, Compiler<M> compiler) throws InvalidModuleException {
    CompletableFuture<M> mine = new CompletableFuture<>();
    CompletableFuture<M> present = modules.asMap().putIfAbsent(hash, mine);
    if (present != null) {
      return join(present);
    }
    try {
      mine.complete(compiler.compile());
    } catch (InvalidModuleException | RuntimeException | Error e) {
      mine.completeExceptionally(e);
    }
    return join(mine);
  }

  private static <M> M join(CompletableFuture<M> future) throws InvalidModuleException {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof InvalidModuleException invalid) {
        throw invalid;
      }
      throw new IllegalStateException("compiling a module failed: " + e.getCause(), e.getCause());
    }
  }

  /** Entries kept at the moment. */
  public long size() {
    return modules.synchronous().estimatedSize();
  }
}
