// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.runtime;

/** A validated module, immutable, shared by any number of instances and threads. */
public interface GuestCode {

  /**
   * Makes an instance with a memory, tables and globals of its own. The calling thread becomes the
   * guest's thread: only it may call into the instance.
   *
   * @param imports what the module may import
   * @param memoryExport the export by which host functions reach the instance's memory
   * @throws GuestFailure when instantiation fails, by a missing import or a trapping segment
   */
  GuestInstance instantiate(Imports imports, String memoryExport) throws GuestFailure;

  /**
   * May make the next instance ahead, so that {@link #instantiate} finds it there. For a thread
   * that nobody waits for; runs nothing of the guest's and throws nothing.
   */
  default void prepare() {}

  /** The name of the engine that the next instance is of. */
  String engine();

  /** Heap that it may keep between activations, beside the code itself. */
  default long idleBytes() {
    return 0;
  }
}
