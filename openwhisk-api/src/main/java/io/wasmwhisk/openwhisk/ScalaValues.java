// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.openwhisk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.Some;
import scala.Tuple2;
import scala.collection.JavaConverters;
import scala.collection.generic.Subtractable;
import scala.collection.immutable.Map;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Set;
import scala.collection.immutable.Vector;
import scala.util.Failure;
import scala.util.Success;
import scala.util.Try;
import scala.util.control.NonFatal$;

/** Scala's immutable collections and results, made from Java values. */
public final class ScalaValues {
  private ScalaValues() {}

  /** Something that may throw, for {@link #attempt}. */
  @FunctionalInterface
  public interface Attempt<T> {
    /** The value, or any exception. */
    T run() throws Exception;
  }

  /** The empty immutable map. */
  public static <K, V> Map<K, V> map() {
    return Map$.MODULE$.<K, V>empty();
  }

  /** The map with one more entry; an entry of the same key is replaced. */
  public static <K, V> Map<K, V> with(Map<K, V> map, K key, @Nullable V value) {
    return map.$plus(new Tuple2<>(key, value));
  }

  /** The map without an entry. */
  @SuppressWarnings("unchecked") // declared there, made more exact here
  public static <K, V> Map<K, V> without(Map<K, V> map, K key) {
    return (Map<K, V>) ((Subtractable<K, ?>) map).$minus(key);
  }

  /** The first map with all entries of the second, which win where keys are equal. */
  public static <K, V> Map<K, V> union(Map<K, V> map, Map<K, V> more) {
    Map<K, V> all = map;
    for (Tuple2<K, V> entry : entries(more)) {
      all = all.$plus(entry);
    }
    return all;
  }

  /** A Scala iterable as a Java one, in its own order. */
  public static <T> Iterable<T> each(scala.collection.Iterable<T> values) {
    return JavaConverters.asJavaIterable(values);
  }

  /** A Scala map's entries, in its own order. */
  public static <K, V> Iterable<Tuple2<K, V>> entries(scala.collection.Map<K, V> map) {
    return JavaConverters.asJavaIterable(map);
  }

  /** A vector of the values in their order. */
  public static <T> Vector<T> vector(List<? extends T> values) {
    return JavaConverters.<T>iterableAsScalaIterable(List.<T>copyOf(values)).toVector();
  }

  /** An immutable set of the values. */
  @SuppressWarnings("unchecked") // only read
  public static <T> Set<T> set(Iterable<? extends T> values) {
    return JavaConverters.<T>iterableAsScalaIterable((Iterable<T>) values).<T>toSet();
  }

  /** {@code Option(value)}: none for null. */
  public static <T> Option<T> option(@Nullable T value) {
    return Option.apply(value);
  }

  /** {@code Some(value)}. */
  public static <T> Option<T> some(T value) {
    return new Some<>(value);
  }

  /** {@code None}. */
  public static <T> Option<T> none() {
    return Option.<T>empty();
  }

  /** The option's value, or the other one. */
  public static <T> T orElse(Option<? extends T> option, T other) {
    return option.isDefined() ? option.get() : other;
  }

  /** {@code Try { … }}: success, or failure with any exception that is not fatal for the JVM. */
  public static <T> Try<T> attempt(Attempt<T> attempt) {
    try {
      return new Success<>(attempt.run());
    } catch (Throwable t) {
      if (NonFatal$.MODULE$.apply(t)) {
        return new Failure<>(t);
      }
      throw sneak(t);
    }
  }

  /** Throws anything without declaring it, as Scala code does; never returns. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the cast is what hides it
  public static <T extends Throwable> RuntimeException sneak(Throwable t) throws T {
    throw (T) t;
  }
}
