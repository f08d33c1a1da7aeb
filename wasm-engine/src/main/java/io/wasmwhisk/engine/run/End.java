// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.run;

import io.wasmwhisk.engine.runtime.GuestFailure;

/** How a guest ended. */
public sealed interface End {

  /**
   * Its function returned.
   *
   * @param memoryRefused whether the memory limit had refused it memory
   */
  record Returned(boolean memoryRefused) implements End {}

  /**
   * It ended itself or failed.
   *
   * @param failure how
   * @param memoryRefused whether the memory limit had refused it memory
   */
  record Failed(GuestFailure failure, boolean memoryRefused) implements End {}

  /** Its deadline passed first. */
  record TimedOut() implements End {}

  /** It was cancelled first. */
  record Cancelled() implements End {}

  /** It never started: all threads were taken. */
  record NoThread() implements End {}
}
