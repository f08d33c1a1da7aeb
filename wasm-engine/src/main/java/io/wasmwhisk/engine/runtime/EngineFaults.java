// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.runtime;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Faults of an engine itself. A module can provoke one, so it is the module's end, and never the
 * host's: an invoker that fails by itself too often is taken out of service.
 */
public final class EngineFaults {
  private final String engine;
  private final System.Logger logger;
  private final AtomicLong faults = new AtomicLong();

  /**
   * @param engine its name in sentences
   * @param logger gets the first one with its stack, others without
   */
  public EngineFaults(String engine, System.Logger logger) {
    this.engine = engine;
    this.logger = logger;
  }

  /**
   * The guest's end by a fault.
   *
   * @param words the engine's own
   */
  public GuestFailure end(String words, Throwable fault) {
    String reason = engine + " failed by a fault of its own: " + words;
    if (faults.getAndIncrement() == 0) {
      logger.log(
          System.Logger.Level.WARNING, reason + "; later ones are told without a stack", fault);
    } else {
      logger.log(System.Logger.Level.WARNING, reason);
    }
    return new GuestFailure.Trap(reason);
  }
}
