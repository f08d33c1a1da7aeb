// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import io.wasmwhisk.engine.run.RunningGuest;
import java.util.concurrent.CompletableFuture;

/**
 * A guest that was started. Its completion always comes: at the guest's end, at its deadline, or
 * when it is cancelled.
 */
public final class Activation {
  private final CompletableFuture<Completion> completion;
  private final Runnable cancellation;

  Activation(RunningGuest<Completion> guest) {
    completion = guest.completion();
    cancellation = guest::cancel;
  }

  /** An activation that ended before it started. */
  Activation(Completion ended) {
    completion = CompletableFuture.completedFuture(ended);
    cancellation = () -> {};
  }

  /**
   * Completes with how the guest ended. Completes exceptionally only when the engine itself failed,
   * never by what a guest did. Completed on a thread of the engine: dependents must not block it.
   */
  public CompletableFuture<Completion> completion() {
    return completion;
  }

  /** Ends the guest; its outcome is {@link Outcome.Cancelled} unless it had ended before. */
  public void cancel() {
    cancellation.run();
  }
}
