// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.spi;

import akka.dispatch.ExecutionContexts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import scala.Option;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Vector;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.duration.FiniteDuration;

/** Java's values as Scala's, and back. */
final class Scala {
  private static final ExecutionContext WHERE_IT_COMPLETES =
      ExecutionContexts.fromExecutor(Runnable::run);

  private Scala() {}

  static <T> Option<T> option(Optional<? extends T> value) {
    return value.isPresent() ? Option.apply(value.get()) : Option.empty();
  }

  static <T> Seq<T> seq(List<T> values) {
    return JavaConverters.asScalaBufferConverter(values).asScala();
  }

  static <T> Vector<T> vector(List<T> values) {
    return seq(values).toVector();
  }

  static <K, V> scala.collection.immutable.Map<K, V> map(Map<K, V> values) {
    scala.collection.immutable.Map<K, V> map = Map$.MODULE$.empty();
    for (Map.Entry<K, V> value : values.entrySet()) {
      map = map.updated(value.getKey(), value.getValue());
    }
    return map;
  }

  static <T> List<T> list(Seq<T> values) {
    return List.copyOf(JavaConverters.seqAsJavaListConverter(values).asJava());
  }

  static FiniteDuration duration(Duration duration) {
    return FiniteDuration.apply(duration.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * The future as a stage. What follows it runs where the future completes, as it does for stages
   * of Java's: that of {@code FutureConverters} would go to another thread with each step.
   */
  static <T> CompletionStage<T> stage(Future<T> future) {
    CompletableFuture<T> stage = new CompletableFuture<>();
    future.onComplete(
        end ->
            end.isSuccess()
                ? stage.complete(end.get())
                : stage.completeExceptionally(end.failed().get()),
        WHERE_IT_COMPLETES);
    return stage;
  }

  /**
   * The future's value as ours, and of its failures those that are expected.
   *
   * @param expected empty for a failure that stays one
   */
  static <S, T> CompletionStage<T> stage(
      Future<S> future, Function<S, T> value, Function<Throwable, Optional<T>> expected) {
    return stage(future)
        .handle(
            (scala, failure) ->
                failure == null
                    ? value.apply(scala)
                    : expected
                        .apply(cause(failure))
                        .orElseThrow(() -> new CompletionException(cause(failure))));
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }
}
