// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker;

import io.wasmwhisk.engine.Outcome;

/** What an action runtime answers to {@code /init} or {@code /run}. */
public sealed interface Answer {

  /**
   * A response, as an action runtime gives it over HTTP.
   *
   * @param status 200, or what the runtimes answer for the developer's errors: 403, 502
   * @param entity JSON
   */
  record Response(int status, String entity) implements Answer {}

  /**
   * A response whose entity was too large.
   *
   * @param status 200
   * @param prefix the first bytes of the entity
   * @param length bytes of the whole entity
   * @param limit bytes allowed
   */
  record Truncated(int status, String prefix, long length, long limit) implements Answer {}

  /** The deadline passed. */
  record TimedOut() implements Answer {}

  /** The action exhausted its memory. */
  record MemoryExhausted() implements Answer {}

  /**
   * The host did not begin, for want of room or time.
   *
   * @param status 200 for a run, since an application error keeps the container, which is none the
   *     worse for it; 502 for an initialisation
   * @param reason for the developer
   */
  record NotRun(int status, String reason) implements Answer {}

  /**
   * The container cannot run the action, now or later; another one may.
   *
   * @param reason for the developer
   */
  record Gone(String reason) implements Answer {}

  /** Texts of OpenWhisk's action runtimes, checked by its runtime tests. */
  String NOT_A_DICTIONARY = "The action did not return a dictionary or array.";

  /** The same, for an action that ends without an answer ({@code Messages.abnormalRun}). */
  String ABNORMAL_RUN = "The action did not produce a valid response and exited unexpectedly.";

  /** The same, for an initialisation ({@code Messages.abnormalInitialization}). */
  String ABNORMAL_INITIALIZATION = "The action did not initialize and exited unexpectedly.";

  /** The answer of an initialisation that ran an action's code, but gave no result. */
  static Answer ofLoading(Outcome outcome) {
    boolean abnormal =
        outcome instanceof Outcome.Exited
            || outcome instanceof Outcome.Trapped
            || outcome instanceof Outcome.BadResult;
    if (abnormal) {
      return error(502, ABNORMAL_INITIALIZATION);
    }
    return of(outcome) instanceof NotRun refused ? new NotRun(502, refused.reason()) : of(outcome);
  }

  /** The answer that stands for an activation's outcome. */
  static Answer of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Result result -> new Response(200, result.json());
      case Outcome.ResultTooLarge large ->
          new Truncated(200, large.prefix(), large.length(), large.limit());
      case Outcome.BadResult bad -> error(502, NOT_A_DICTIONARY);
      case Outcome.Exited exited -> error(502, ABNORMAL_RUN);
      case Outcome.Failed failed -> new Response(502, failed.json());
      case Outcome.Trapped trapped -> error(502, ABNORMAL_RUN);
      case Outcome.NotRunnable reason -> error(502, reason.reason());
      case Outcome.TimedOut late -> new TimedOut();
      case Outcome.CpuExhausted cpu -> error(502, cpu.describe());
      case Outcome.MemoryExhausted memory -> new MemoryExhausted();
      case Outcome.BudgetExhausted budget -> new MemoryExhausted();
      case Outcome.Cancelled cancelled -> error(502, ABNORMAL_RUN);
      case Outcome.Overloaded overloaded -> new NotRun(200, outcome.describe());
      case Outcome.NeverStarted never -> new NotRun(200, outcome.describe());
    };
  }

  /** A response that carries an error to the developer. */
  static Response error(int status, String message) {
    return new Response(status, ErrorJson.of(message));
  }
}
