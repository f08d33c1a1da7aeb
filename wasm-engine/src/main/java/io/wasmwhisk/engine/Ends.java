// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import io.wasmwhisk.engine.run.End;
import io.wasmwhisk.engine.runtime.GuestFailure;
import java.time.Duration;

/** The outcome of a guest that did not give its result. */
final class Ends {
  private Ends() {}

  static Outcome outcome(End end, Duration time, long memoryBytes) {
    return switch (end) {
      case End.TimedOut late -> new Outcome.TimedOut(time);
      case End.Cancelled cancelled -> new Outcome.Cancelled();
      case End.NoThread none -> new Outcome.Overloaded();
      case End.Failed failed ->
          failed.memoryRefused()
              ? new Outcome.MemoryExhausted(memoryBytes)
              : outcome(failed.failure(), memoryBytes);
      case End.Returned returned ->
          throw new IllegalStateException("a guest that returned has a result");
    };
  }

  private static Outcome outcome(GuestFailure failure, long memoryBytes) {
    return switch (failure) {
      case GuestFailure.Exit exit -> new Outcome.Exited(exit.code());
      case GuestFailure.Trap trap -> new Outcome.Trapped(trap.reason());
      case GuestFailure.StackExhausted stack -> new Outcome.Trapped(stack.reason());
      case GuestFailure.Link link -> new Outcome.NotRunnable(link.reason());
      case GuestFailure.OutOfMemory memory -> new Outcome.MemoryExhausted(memoryBytes);
      case GuestFailure.Interrupted interrupted -> new Outcome.Cancelled();
    };
  }
}
