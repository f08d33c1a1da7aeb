// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import io.wasmwhisk.engine.limits.memory.MemoryAccount;
import io.wasmwhisk.engine.limits.memory.MemoryRefusal;
import io.wasmwhisk.engine.run.End;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.schedule.Load;
import java.time.Duration;

/** The outcome of a guest that did not give its result. */
final class Ends {
  private Ends() {}

  static Outcome outcome(End end, Duration time, MemoryAccount memory) {
    return switch (end) {
      case End.TimedOut late ->
          memory.instantiated() || memory.refusal() == MemoryRefusal.NONE
              ? new Outcome.TimedOut(time)
              : exhausted(memory);
      case End.CpuExhausted cpu -> new Outcome.CpuExhausted(cpu.used(), cpu.limit());
      case End.Cancelled cancelled -> new Outcome.Cancelled();
      case End.NeverStarted never ->
          new Outcome.NeverStarted(
              time, never.waited(), never.load().started(), never.load().queued());
      case End.Refused refused -> new Outcome.Overloaded(queueIsFull(refused.load()));
      case End.NoThread none -> new Outcome.Overloaded(noThread(none.load()));
      case End.Failed failed ->
          memory.refusal() != MemoryRefusal.NONE
              ? exhausted(memory)
              : outcome(failed.failure(), memory);
      case End.Returned returned ->
          throw new IllegalStateException("a guest that returned has a result");
    };
  }

  /** Which memory it is that a guest was refused. */
  static Outcome exhausted(MemoryAccount memory) {
    return switch (memory.refusal()) {
      case NONE, LIMIT -> new Outcome.MemoryExhausted(memory.limit());
      case BUDGET -> new Outcome.BudgetExhausted(memory.budget());
    };
  }

  private static String queueIsFull(Load load) {
    return "%d others wait to be started, as many as queued-activations allows, while %d run"
        .formatted(load.queued(), load.started());
  }

  private static String noThread(Load load) {
    return "the system gives no thread for it beside those of %d others (concurrent-activations)"
        .formatted(load.started() - 1);
  }

  private static Outcome outcome(GuestFailure failure, MemoryAccount account) {
    return switch (failure) {
      case GuestFailure.Exit exit -> new Outcome.Exited(exit.code());
      case GuestFailure.Trap trap -> new Outcome.Trapped(trap.reason());
      case GuestFailure.StackExhausted stack -> new Outcome.Trapped(stack.reason());
      case GuestFailure.Link link -> new Outcome.NotRunnable(link.reason());
      case GuestFailure.OutOfMemory memory -> exhausted(account);
      case GuestFailure.Interrupted interrupted -> new Outcome.Cancelled();
    };
  }
}
