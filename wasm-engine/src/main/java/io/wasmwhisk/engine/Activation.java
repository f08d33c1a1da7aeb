// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import java.util.concurrent.CompletableFuture;

/**
 * A guest that was started. Its completion always comes: at the guest's end, at its deadline, or
 * when it is cancelled.
 */
public interface Activation {

  /**
   * Completes with how the guest ended. Completes exceptionally only when the engine itself failed,
   * never by what a guest did. Completed on a thread of the engine: dependents must not block it.
   */
  CompletableFuture<Completion> completion();

  /** Ends the guest; its outcome is {@link Outcome.Cancelled} unless it had ended before. */
  void cancel();
}
