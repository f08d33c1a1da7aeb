// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import java.time.Duration;

/** How an activation ended. A guest's misbehaviour is one of these values, never an exception. */
public sealed interface Outcome {

  /**
   * A JSON object or array.
   *
   * @param json as the guest wrote it, not re-encoded
   */
  record Result(String json) implements Outcome {}

  /**
   * A result past its limit.
   *
   * @param prefix the first {@link Limits#resultPrefixBytes} bytes
   * @param length bytes that the guest wrote
   * @param limit bytes that were allowed
   */
  record ResultTooLarge(String prefix, long length, long limit) implements Outcome {}

  /**
   * The guest returned, but its last line is no result.
   *
   * @param line what was there instead, shortened; empty when nothing was written
   * @param reason why it is no result
   */
  record BadResult(String line, String reason) implements Outcome {}

  /**
   * The guest ended itself by {@code proc_exit}; an action only with a code other than zero.
   *
   * @param code the exit code
   */
  record Exited(int code) implements Outcome {}

  /**
   * The guest trapped.
   *
   * @param reason the specification's words, {@code unreachable} for instance
   */
  record Trapped(String reason) implements Outcome {}

  /**
   * The guest was ended at its deadline.
   *
   * @param limit the time it had
   */
  record TimedOut(Duration limit) implements Outcome {}

  /**
   * The guest failed after its memory limit had refused it memory, or needs more to begin with.
   *
   * @param limit bytes it could have
   */
  record MemoryExhausted(long limit) implements Outcome {}

  /**
   * The module cannot be started: a missing import, a missing export.
   *
   * @param reason what was looked for and what was found
   */
  record NotRunnable(String reason) implements Outcome {}

  /** The host ended the guest before its deadline. */
  record Cancelled() implements Outcome {}

  /**
   * All threads for guests were taken.
   *
   * @param limit guests that may run at once
   */
  record Overloaded(int limit) implements Outcome {}
}
