// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.client;

/** A guest's turn on a processor, which it gives to others while it waits. */
@FunctionalInterface
public interface Turn {
  /**
   * Waits without the turn, and then for the next one.
   *
   * @throws InterruptedException when the activation ended
   */
  void away(Wait wait) throws InterruptedException;

  /** Something that takes its time, but no processor. */
  @FunctionalInterface
  interface Wait {
    /** Waits on the calling thread. */
    void await() throws InterruptedException;
  }
}
