// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.common;

import akka.event.Logging$;
import scala.Function0;

/**
 * Where OpenWhisk's code writes its log (the trait of {@code common/Logging.scala}). A message is
 * evaluated only when the level is enabled.
 */
public interface Logging {
  /**
   * Writes a message at debug level, or at info level where the transaction asks for extra logging.
   */
  default void debug(Object from, Function0<String> message, TransactionMetadata id) {
    debug$(this, from, message, id);
  }

  /** The body of {@link #debug}. */
  static void debug$(Logging self, Object from, Function0<String> message, TransactionMetadata id) {
    int level = id.extraLogging() ? Logging$.MODULE$.InfoLevel() : Logging$.MODULE$.DebugLevel();
    self.emit(level, id, from, message);
  }

  /** The transaction of a call that names none. */
  default TransactionMetadata debug$default$3(Object from, Function0<String> message) {
    return debug$default$3$(this, from, message);
  }

  /** The body of {@link #debug$default$3}. */
  static TransactionMetadata debug$default$3$(
      Logging self, Object from, Function0<String> message) {
    return TransactionId.unknown();
  }

  /** Writes a message at info level. */
  default void info(Object from, Function0<String> message, TransactionMetadata id) {
    info$(this, from, message, id);
  }

  /** The body of {@link #info}. */
  static void info$(Logging self, Object from, Function0<String> message, TransactionMetadata id) {
    self.emit(Logging$.MODULE$.InfoLevel(), id, from, message);
  }

  /** The transaction of a call that names none. */
  default TransactionMetadata info$default$3(Object from, Function0<String> message) {
    return info$default$3$(this, from, message);
  }

  /** The body of {@link #info$default$3}. */
  static TransactionMetadata info$default$3$(Logging self, Object from, Function0<String> message) {
    return TransactionId.unknown();
  }

  /** Writes a message at warning level. */
  default void warn(Object from, Function0<String> message, TransactionMetadata id) {
    warn$(this, from, message, id);
  }

  /** The body of {@link #warn}. */
  static void warn$(Logging self, Object from, Function0<String> message, TransactionMetadata id) {
    self.emit(Logging$.MODULE$.WarningLevel(), id, from, message);
  }

  /** The transaction of a call that names none. */
  default TransactionMetadata warn$default$3(Object from, Function0<String> message) {
    return warn$default$3$(this, from, message);
  }

  /** The body of {@link #warn$default$3}. */
  static TransactionMetadata warn$default$3$(Logging self, Object from, Function0<String> message) {
    return TransactionId.unknown();
  }

  /** Writes a message at error level. */
  default void error(Object from, Function0<String> message, TransactionMetadata id) {
    error$(this, from, message, id);
  }

  /** The body of {@link #error}. */
  static void error$(Logging self, Object from, Function0<String> message, TransactionMetadata id) {
    self.emit(Logging$.MODULE$.ErrorLevel(), id, from, message);
  }

  /** The transaction of a call that names none. */
  default TransactionMetadata error$default$3(Object from, Function0<String> message) {
    return error$default$3$(this, from, message);
  }

  /** The body of {@link #error$default$3}. */
  static TransactionMetadata error$default$3$(
      Logging self, Object from, Function0<String> message) {
    return TransactionId.unknown();
  }

  /**
   * Writes a message to the log.
   *
   * @param loglevel one of Akka's {@code Logging} levels, as an int: 1 error to 4 debug
   * @param from who writes: its class's simple name, or the text itself, goes into the line
   * @param message the text; an empty one is not written
   */
  void emit(int loglevel, TransactionMetadata id, Object from, Function0<String> message);

  /** A class's simple name without the {@code $} of a Scala object. */
  static String getCleanSimpleClassName(Class<?> type) {
    String name = type.getSimpleName();
    return name.endsWith("$") ? name.substring(0, name.length() - 1) : name;
  }

  /**
   * What scalac calls from the constructor of every implementing class; the trait has no fields.
   */
  static void $init$(Logging self) {}
}
