// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.runtime;

/**
 * One instance of a module (core specification, 4.2.5), owned by the thread that made it.
 *
 * <p>{@link #interrupt()} may come from any thread; everything else only from the owner. {@link
 * #close()} is idempotent and frees the guest's memory.
 */
public interface GuestInstance extends AutoCloseable {

  /** Whether the instance exports a function of this name. */
  boolean hasFunction(String name);

  /**
   * Calls an exported function.
   *
   * @param name the export
   * @param arguments one value per parameter, encoded as {@link ValueType} says
   * @return the result encoded the same way, 0 when there is none
   * @throws GuestFailure when the guest did not return
   */
  long call(String name, long... arguments) throws GuestFailure;

  /** The memory exported under this name. */
  GuestMemory memory(String name);

  /** The value of an exported i32 global. */
  int global(String name);

  /** Sets an exported, mutable i32 global. */
  void setGlobal(String name, int value);

  /**
   * Ends whatever the guest is doing, as soon as the engine can: the call in progress, or the next
   * one, throws {@link GuestFailure.Interrupted}. Safe from any thread, idempotent, does not wait.
   */
  void interrupt();

  @Override
  void close();
}
