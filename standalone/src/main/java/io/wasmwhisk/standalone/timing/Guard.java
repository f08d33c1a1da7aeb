// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.timing;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls containers so that every call ends: a call that throws fails its stage, and one that has
 * not answered within its limit fails with {@link TimeoutException}. Without this a provider's lost
 * future would keep its slot for ever.
 */
public final class Guard {
  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

  private final Timer timer;
  private final Executor executor;

  /**
   * A guard.
   *
   * @param executor where answers are worked on, never on a guest's thread
   */
  public Guard(Timer timer, Executor executor) {
    this.timer = timer;
    this.executor = executor;
  }

  /** Calls, and goes on with what came of it: a value or a failure, never both. */
  public <T> void call(
      Duration limit,
      Supplier<? extends CompletionStage<T>> call,
      BiConsumer<? super T, @Nullable Throwable> next) {
    var unused =
        call(limit, call)
            .handle(
                (value, failure) -> {
                  next.accept(value, failure);
                  return Optional.empty();
                })
            .whenComplete(Guard::logFault);
  }

  /** What goes on after a call must not fail; if it does, at least somebody learns of it. */
  private static void logFault(Optional<?> any, @Nullable Throwable fault) {
    if (fault != null) {
      LOG.error("a fault of the pool's own", fault);
    }
  }

  /** Calls. */
  public <T> CompletableFuture<T> call(
      Duration limit, Supplier<? extends CompletionStage<T>> call) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Timer.Alarm alarm =
        timer.after(
            limit,
            () ->
                answer.completeExceptionally(
                    new TimeoutException("no answer within " + limit.toMillis() + " ms")));
    var unused =
        start(call)
            .whenCompleteAsync(
                (value, failure) -> {
                  alarm.cancel();
                  complete(answer, value, failure);
                },
                executor);
    return answer;
  }

  private static <T> void complete(
      CompletableFuture<T> answer, T value, @Nullable Throwable failure) {
    if (failure == null) {
      answer.complete(value);
    } else {
      answer.completeExceptionally(failure);
    }
  }

  private static <T> CompletionStage<T> start(Supplier<? extends CompletionStage<T>> call) {
    try {
      return call.get();
    } catch (RuntimeException | LinkageError thrown) {
      return CompletableFuture.failedFuture(thrown);
    }
  }
}
