// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import io.wasmwhisk.engine.schedule.Bounds;
import io.wasmwhisk.engine.schedule.Claim;
import io.wasmwhisk.engine.schedule.Load;
import io.wasmwhisk.engine.schedule.Turns;
import io.wasmwhisk.engine.schedule.Work;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * A few threads for work that cannot be interrupted, compiling above all, shared fairly between
 * owners: who has used them least is next, and nobody has more than half of them.
 */
public final class Compilers implements AutoCloseable {
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("wasm-compiler-", 0).factory());
  private final Turns turns;

  /**
   * @param most threads, at least 2
   * @param queued pieces of work that may wait for one
   */
  public Compilers(int most, int queued) {
    // Nobody is asked to hand a thread over, so slices and alarms have no part in it.
    turns =
        new Turns(
            new Bounds(most, most, most / 2, queued),
            Duration.ofDays(1),
            System::nanoTime,
            (nanos, action) -> {});
  }

  /**
   * Has {@code work} done when its owner's turn comes. Work whose future is completed by somebody
   * else before, by a deadline for instance, is never done.
   *
   * @param refused gives the result where too much waits already; gets how much that is
   */
  public <T> CompletableFuture<T> submit(String owner, Supplier<T> work, IntFunction<T> refused) {
    CompletableFuture<T> future = new CompletableFuture<>();
    Claim claim = turns.claim(owner);
    future.whenComplete((result, failure) -> claim.cancel());
    claim.start(
        new Work() {
          @Override
          public boolean begin() {
            threads.execute(() -> perform(work, future, claim));
            return true;
          }

          @Override
          public void refused(Load load) {
            future.complete(refused.apply(load.queued()));
          }

          @Override
          public void pause() {}
        });
    return future;
  }

  private static <T> void perform(Supplier<T> work, CompletableFuture<T> future, Claim claim) {
    try {
      T result = work.get();
      claim.end();
      future.complete(result);
    } catch (RuntimeException | Error e) {
      claim.end();
      future.completeExceptionally(e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
