// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.schedule;

/** What a claim is for. Called without a lock held; must not block. */
public interface Work {

  /**
   * Starts the work, on a thread of its own, which calls {@link Claim#end} at the end.
   *
   * @return false when it cannot be started; the claim has ended then
   */
  boolean begin();

  /** The work was not started, and never will be: too much is waiting. The claim has ended. */
  void refused(Load load);

  /**
   * Asks the thread that does the work to call {@link Claim#handOver} as soon as it can, in the
   * middle of what it does; asked again after a while when it does not.
   */
  void pause();
}
