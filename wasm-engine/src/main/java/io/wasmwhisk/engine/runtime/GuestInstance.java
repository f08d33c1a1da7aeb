// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.runtime;

/**
 * One instance of a module (core specification, 4.2.5), owned by the thread that made it, or
 * {@linkplain #adopt adopted} it.
 *
 * <p>{@link #interrupt()} and {@link #pause} may come from any thread; everything else only from
 * the owner. {@link #close()} is idempotent and frees the guest's memory. Once interrupted,
 * everything that asks the instance throws {@link GuestFailure.Interrupted}.
 */
public interface GuestInstance extends AutoCloseable {

  /** Makes the calling thread the owner; the one before must not call it any more. */
  void adopt();

  /** Whether the instance exports a function of this name. */
  boolean hasFunction(String name) throws GuestFailure;

  /**
   * Calls an exported function that has neither parameters nor results.
   *
   * @throws GuestFailure when the guest did not return
   */
  void call(String name) throws GuestFailure;

  /**
   * Ends whatever the guest is doing, as soon as the engine can: the call in progress, or the next
   * one, throws {@link GuestFailure.Interrupted}; the thread is interrupted as well. To be called
   * again where that did not help: then the engine uses its last means. Safe from any thread, does
   * not wait.
   */
  void interrupt();

  /**
   * Has the guest's thread call {@code pause}, in the midst of whatever it does, as soon as the
   * engine can; not at all when it is not in a call. Safe from any thread, does not wait. {@link
   * #interrupt()} cuts a pause short.
   */
  void pause(Pause pause);

  /** What a guest's thread does in between. */
  @FunctionalInterface
  interface Pause {
    /**
     * Waits, for instance.
     *
     * @throws InterruptedException when the thread is interrupted; called again then, unless the
     *     guest was ended
     */
    void await() throws InterruptedException;
  }

  @Override
  void close();
}
