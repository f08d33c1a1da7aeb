// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.wasmwhisk.engine.binary.ContentHash;
import io.wasmwhisk.engine.binary.InvalidModuleException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A bounded, single-flight cache.
 *
 * @param <M> what is kept
 */
public final class ModuleCache<M> {
  /** Weights are ints in the cache, modules can be larger: count in KiB. */
  private static final int UNIT = 1024;

  private final AsyncCache<ContentHash, Attempt<M>> modules;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final LongAdder evictions = new LongAdder();

  /**
   * A compilation's end. A failure is a value here, since the cache would log a failed future as if
   * it were a fault of the host.
   */
  private record Attempt<M>(@Nullable M module, @Nullable InvalidModuleException failure) {}

  /**
   * @param mostBytes the sum of weights kept
   * @param weight bytes of one entry
   */
  public ModuleCache(long mostBytes, ToLongFunction<M> weight) {
    modules =
        Caffeine.newBuilder()
            .maximumWeight(mostBytes / UNIT)
            .weigher((ContentHash hash, Attempt<M> attempt) -> weigh(attempt, weight))
            .evictionListener((hash, attempt, cause) -> evictions.increment())
            .executor(Runnable::run)
            .buildAsync();
  }

  private static <M> int weigh(Attempt<M> attempt, ToLongFunction<M> weight) {
    M module = attempt.module();
    long bytes = module == null ? 0 : weight.applyAsLong(module);
    return (int) Math.min(Integer.MAX_VALUE, bytes / UNIT + 1);
  }

  /** Compiles what a hash stands for. */
  @FunctionalInterface
  public interface Compiler<M> {
    /** Called by one of those who wait, on its own thread. */
    M compile() throws InvalidModuleException;
  }

  /**
   * An entry that was asked for.
   *
   * @param module the entry
   * @param cached whether somebody else's compilation made it
   */
  public record Found<M>(M module, boolean cached) {}

  /**
   * The entry for {@code hash}, compiled if need be. Concurrent callers of one hash share one
   * compilation; a failure is not kept.
   */
  public Found<M> get(ContentHash hash, Compiler<M> compiler) throws InvalidModuleException {
    CompletableFuture<Attempt<M>> mine = new CompletableFuture<>();
    CompletableFuture<Attempt<M>> present = modules.asMap().putIfAbsent(hash, mine);
    if (present != null) {
      hits.increment();
      return new Found<>(module(present.join()), true);
    }
    misses.increment();
    Attempt<M> attempt =
        new Attempt<>(null, new InvalidModuleException("The module could not be compiled."));
    try {
      attempt = attempt(compiler);
      return new Found<>(module(attempt), false);
    } finally {
      if (attempt.failure() != null) {
        failures.increment();
        modules.asMap().remove(hash, mine);
      }
      mine.complete(attempt);
    }
  }

  private static <M> Attempt<M> attempt(Compiler<M> compiler) {
    try {
      return new Attempt<>(compiler.compile(), null);
    } catch (InvalidModuleException e) {
      return new Attempt<>(null, e);
    }
  }

  private static <M> M module(Attempt<M> attempt) throws InvalidModuleException {
    if (attempt.failure() != null) {
      throw attempt.failure();
    }
    return Objects.requireNonNull(attempt.module());
  }

  /** What it holds and has done. */
  public CacheUse use() {
    return new CacheUse(
        hits.sum(),
        misses.sum(),
        failures.sum(),
        evictions.sum(),
        modules.synchronous().estimatedSize(),
        weight());
  }

  private long weight() {
    return modules.synchronous().policy().eviction().orElseThrow().weightedSize().orElse(0) * UNIT;
  }
}
