// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.run;

import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.schedule.Load;
import java.time.Duration;

/** How a guest ended. */
public sealed interface End {

  /** Its function returned. */
  record Returned() implements End {}

  /**
   * It ended itself or failed.
   *
   * @param failure how
   */
  record Failed(GuestFailure failure) implements End {}

  /** Its deadline passed first. */
  record TimedOut() implements End {}

  /**
   * It used all its processor time first.
   *
   * @param used what it used
   * @param limit what it could use
   */
  record CpuExhausted(Duration used, Duration limit) implements End {}

  /** It was cancelled first. */
  record Cancelled() implements End {}

  /**
   * It was not started: too many wait already.
   *
   * @param load what was under way
   */
  record Refused(Load load) implements End {}

  /**
   * It was not started: there is no thread for it.
   *
   * @param load what was under way
   */
  record NoThread(Load load) implements End {}

  /**
   * Its deadline passed before its turn came.
   *
   * @param waited how long it waited
   * @param load what was under way then
   */
  record NeverStarted(Duration waited, Load load) implements End {}
}
