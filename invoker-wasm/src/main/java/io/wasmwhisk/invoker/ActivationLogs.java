// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker;

import io.wasmwhisk.engine.Completion;
import io.wasmwhisk.engine.Outcome;
import io.wasmwhisk.engine.limits.LogLine;
import io.wasmwhisk.engine.limits.StandardStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * The log lines of one activation, in order.
 *
 * @param lines what the action wrote, and what we add
 * @param truncated whether more was written than the engine kept
 */
public record ActivationLogs(List<LogLine> lines, boolean truncated) {
  /** No lines. */
  public static final ActivationLogs NONE = new ActivationLogs(List.of(), false);

  /** Copies the list. */
  public ActivationLogs {
    lines = List.copyOf(lines);
  }

  static ActivationLogs of(Completion completion) {
    if (!needsExplanation(completion.outcome())) {
      return new ActivationLogs(completion.logs(), completion.logsTruncated());
    }
    List<LogLine> lines = new ArrayList<>(completion.logs());
    lines.add(
        new LogLine(
            Clock.systemUTC().instant(), StandardStream.STDERR, explain(completion.outcome())));
    return new ActivationLogs(lines, completion.logsTruncated());
  }

  /** With the key that moves the limit, where there is one. */
  private static String explain(Outcome outcome) {
    return outcome.describe()
        + switch (outcome) {
          case Outcome.MemoryExhausted memory -> " (the action's limit \"memory\")";
          case Outcome.CpuExhausted cpu -> " (the invoker's setting whisk.wasm.cpu-limit)";
          case Outcome.BudgetExhausted budget ->
              " (the invoker's setting whisk.wasm.memory-budget)";
          case Outcome other -> "";
        };
  }

  /** OpenWhisk's text for these says only that something went wrong. */
  private static boolean needsExplanation(Outcome outcome) {
    return switch (outcome) {
      case Outcome.BadResult bad -> true;
      case Outcome.Exited exited -> true;
      case Outcome.Failed failed -> false;
      case Outcome.Trapped trapped -> true;
      case Outcome.Result result -> false;
      case Outcome.ResultTooLarge large -> false;
      case Outcome.TimedOut late -> false;
      case Outcome.CpuExhausted cpu -> true;
      case Outcome.MemoryExhausted memory -> true;
      case Outcome.BudgetExhausted budget -> true;
      case Outcome.NotRunnable reason -> false;
      case Outcome.Cancelled cancelled -> true;
      case Outcome.Overloaded overloaded -> false;
      case Outcome.NeverStarted never -> false;
    };
  }
}
