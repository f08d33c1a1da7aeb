// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import java.time.Duration;

/** How an activation ended. A guest's misbehaviour is one of these values, never an exception. */
public sealed interface Outcome {

  /** One sentence for the developer of the guest: what happened, the measured value, the limit. */
  default String describe() {
    return switch (this) {
      case Result result -> "The guest returned a result.";
      case ResultTooLarge large ->
          "The result of %d bytes exceeds the limit of %d bytes."
              .formatted(large.length(), large.limit());
      case BadResult bad ->
          "The last line of stdout must be a JSON object or array, but %s: \"%s\"."
              .formatted(bad.reason(), bad.line());
      case Exited exited ->
          "The guest ended with exit code %s.".formatted(Integer.toUnsignedString(exited.code()));
      case Failed failed ->
          "The guest ended with exit code %s and the error %s."
              .formatted(Integer.toUnsignedString(failed.code()), failed.json());
      case Trapped trapped -> "The guest trapped: %s.".formatted(trapped.reason());
      case TimedOut late ->
          "The guest exceeded its time limit of %d milliseconds."
              .formatted(late.limit().toMillis());
      case CpuExhausted cpu ->
          "The guest used %d milliseconds of processor time, more than its limit of %d milliseconds."
              .formatted(cpu.used().toMillis(), cpu.limit().toMillis());
      case MemoryExhausted memory ->
          "The guest exhausted its memory limit of %s.".formatted(inBinaryUnits(memory.limit()));
      case BudgetExhausted budget ->
          "The guest got no more memory: the engine's budget for all guests of %s is used up."
              .formatted(inBinaryUnits(budget.budget()));
      case NotRunnable reason -> reason.reason();
      case Cancelled cancelled -> "The guest was cancelled.";
      case Overloaded overloaded -> "The guest was not started: %s.".formatted(overloaded.reason());
      case NeverStarted never ->
          "The guest was not started within its time limit of %d milliseconds: it waited for %d milliseconds while %d others ran and %d waited."
              .formatted(
                  never.limit().toMillis(),
                  never.waited().toMillis(),
                  never.running(),
                  never.waiting());
    };
  }

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
   * The guest ended itself with a code other than zero, and its last line says why.
   *
   * @param code the exit code
   * @param json an object with a member {@code error}, as the guest wrote it
   */
  record Failed(int code, String json) implements Outcome {}

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
   * The guest was ended because it had used its processor time.
   *
   * @param used what it used, measured when that was noticed
   * @param limit what it could use
   */
  record CpuExhausted(Duration used, Duration limit) implements Outcome {}

  /**
   * The guest failed after its memory limit had refused it memory, or needs more to begin with.
   *
   * @param limit bytes it could have
   */
  record MemoryExhausted(long limit) implements Outcome {}

  /**
   * The guest failed after it was refused memory that its own limit allowed: all guests together
   * had taken what they may take.
   *
   * @param budget bytes that all guests may take together ({@link
   *     EngineSettings#memoryBudgetBytes})
   */
  record BudgetExhausted(long budget) implements Outcome {}

  /**
   * The module cannot be started: a missing import, a missing export.
   *
   * @param reason what was looked for and what was found
   */
  record NotRunnable(String reason) implements Outcome {}

  /** The host ended the guest before its deadline. */
  record Cancelled() implements Outcome {}

  /**
   * The guest was not started: more is under way than this engine takes.
   *
   * @param reason what was found, the limit, and its name
   */
  record Overloaded(String reason) implements Outcome {}

  /**
   * The deadline passed before the guest was started: the processors were busy with others.
   *
   * @param limit the time it had
   * @param waited how long it waited
   * @param running others that had started and not ended
   * @param waiting others that waited to be started
   */
  record NeverStarted(Duration limit, Duration waited, int running, int waiting)
      implements Outcome {}

  private static String inBinaryUnits(long bytes) {
    if (bytes >= 1 << 20 && bytes % (1 << 20) == 0) {
      return (bytes >> 20) + " MiB";
    }
    return bytes >= 1 << 10 && bytes % (1 << 10) == 0 ? (bytes >> 10) + " KiB" : bytes + " bytes";
  }
}
