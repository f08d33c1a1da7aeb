// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm.metrics;

import io.wasmwhisk.engine.Completion;
import io.wasmwhisk.engine.Outcome;
import io.wasmwhisk.invoker.Action;
import io.wasmwhisk.invoker.Answer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One container, counted as its calls end. */
final class CountedContainer implements ContainerMetrics {
  private static final int OK = 200;

  private final ContainerCount.Member member;

  CountedContainer(ContainerCount.Member member) {
    this.member = member;
  }

  @Override
  public CompletableFuture<Action.Initialized> initializing(
      CompletableFuture<Action.Initialized> initialization) {
    member.begin();
    return initialization.whenComplete(
        (initialized, failure) -> {
          member.end();
          Metric.INITIALIZATION.add(end(initialized), 1);
          if (initialized != null) {
            initialized.compilation().ifPresent(cpu -> Metric.COMPILATION.record(cpu.toMillis()));
          }
        });
  }

  private static String end(Action.@Nullable Initialized initialized) {
    if (initialized == null) {
      return "failed";
    }
    return switch (initialized.answer()) {
      case Answer.Response response -> response.status() == OK ? "ready" : "refused";
      case Answer.TimedOut late -> "timeout";
      case Answer.NotRun overloaded -> "overloaded";
      case Answer.Gone removed -> "refused";
      case Answer.Truncated truncated -> "refused";
      case Answer.MemoryExhausted memory -> "refused";
    };
  }

  @Override
  public CompletableFuture<Action.Ran> running(CompletableFuture<Action.Ran> run) {
    member.begin();
    return run.whenComplete(
        (ran, failure) -> {
          member.end();
          if (ran == null) {
            Metric.ACTIVATION.add("failed", 1);
          } else {
            ran.completion()
                .ifPresentOrElse(
                    CountedContainer::count, () -> Metric.ACTIVATION.add("refused", 1));
          }
        });
  }

  private static void count(Completion completion) {
    Metric.ACTIVATION.add(cause(completion.outcome()), 1);
    Metric.WAIT.record(micros(completion.waited()));
    if (!completion.instantiation().isZero()) {
      Metric.INSTANTIATION.record(micros(completion.instantiation()));
      Metric.CPU.record(micros(completion.cpu()));
    }
  }

  private static long micros(Duration time) {
    return TimeUnit.NANOSECONDS.toMicros(time.toNanos());
  }

  /** An outcome's value of the tag {@code end}. */
  static String cause(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Result result -> "result";
      case Outcome.ResultTooLarge large -> "resultTooLarge";
      case Outcome.BadResult bad -> "badResult";
      case Outcome.Exited exited -> "exit";
      case Outcome.Failed failed -> "exit";
      case Outcome.Trapped trapped -> "trap";
      case Outcome.TimedOut late -> "timeout";
      case Outcome.CpuExhausted cpu -> "cpu";
      case Outcome.MemoryExhausted memory -> "memory";
      case Outcome.BudgetExhausted budget -> "budget";
      case Outcome.NotRunnable reason -> "notRunnable";
      case Outcome.Cancelled cancelled -> "cancelled";
      case Outcome.Overloaded overloaded -> "overloaded";
      case Outcome.NeverStarted never -> "neverStarted";
    };
  }

  @Override
  public void destroyed() {
    member.leave();
  }
}
