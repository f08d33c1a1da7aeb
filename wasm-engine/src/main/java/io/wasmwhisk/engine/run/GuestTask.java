// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.run;

import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestInstance;
import io.wasmwhisk.engine.runtime.Imports;

/**
 * What one guest is given and what becomes of it. Used once; every method but {@link #ended} and
 * {@link #stopWaiting} is called on the guest's thread.
 *
 * @param <T> what its end is turned into
 */
public interface GuestTask<T> extends AutoCloseable {

  /**
   * Takes the memory that an instance begins with, and waits for it where need be; false when there
   * is none to be had, and the guest ends as out of memory.
   *
   * @throws InterruptedException when the guest is not to start any more
   */
  boolean reserve() throws InterruptedException;

  /** Has {@link #reserve} wait no longer; called by any thread, at any time. */
  void stopWaiting();

  /** What the module may import, the functions that the rewriter added among it. */
  Imports imports();

  /** Calls the guest's entry point. */
  void call(GuestInstance instance) throws GuestFailure;

  /**
   * The guest's end in the caller's words. Called once, or twice when a guest does not leave after
   * its deadline; only the first answer counts.
   *
   * @param spent where its time went
   */
  T ended(End end, Spent spent);

  /** Frees what the guest was given; called at its end, whatever that was, once or twice. */
  @Override
  void close();
}
