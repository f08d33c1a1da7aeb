// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.pool;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Calls containers so that every call ends: a call that throws fails its stage, and one that has
 * not answered within its limit fails with {@link TimeoutException}. Without this a provider's lost
 * future would keep its slot for ever.
 */
final class Guard {
  private final Timer timer;
  private final Executor executor;

  /**
   * A guard.
   *
   * @param executor where answers are worked on, never on a guest's thread
   */
  Guard(Timer timer, Executor executor) {
    this.timer = timer;
    this.executor = executor;
  }

  <T> CompletableFuture<T> call(Duration limit, Supplier<? extends CompletionStage<T>> call) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Timer.Alarm alarm =
        timer.after(
            limit,
            () ->
                answer.completeExceptionally(
                    new TimeoutException("no answer within " + limit.toMillis() + " ms")));
    start(call)
        .whenCompleteAsync(
            (value, failure) -> {
              alarm.cancel();
              if (failure == null) {
                answer.complete(value);
              } else {
                answer.completeExceptionally(failure);
              }
            },
            executor);
    return answer;
  }

  private static <T> CompletionStage<T> start(Supplier<? extends CompletionStage<T>> call) {
    try {
      return call.get();
    } catch (RuntimeException | LinkageError thrown) {
      return CompletableFuture.failedFuture(thrown);
    }
  }
}
