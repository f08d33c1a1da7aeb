// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import io.wasmwhisk.engine.schedule.Bounds;

/**
 * How many guests there are at once.
 *
 * @param running guests that have a processor; the others wait for something else, or for their
 *     turn
 * @param started guests that have started and not ended; each has a thread
 * @param startedPerOwner the same, of one owner
 * @param queued guests that wait to be started
 */
public record Concurrency(int running, int started, int startedPerOwner, int queued) {
  private static final int LEAST_TURNS = 2;

  /**
   * A turn for each processor; 12,000 guests, of which one owner has 10,000, and 10,000 waiting.
   */
  public static final Concurrency DEFAULTS =
      new Concurrency(turnsOfThisMachine(), 12_000, 10_000, 10_000);

  /** Checks each range. */
  public Concurrency {
    requireAtLeast("running activations", running, 1);
    requireAtLeast("concurrent activations", started, 1);
    requireAtLeast("activations per action", startedPerOwner, 1);
    requireAtLeast("queued activations", queued, 0);
  }

  private static void requireAtLeast(String what, int number, int least) {
    if (number < least) {
      throw new IllegalArgumentException(
          "%s of %d must be at least %d".formatted(what, number, least));
    }
  }

  /** One for each processor; two at least, so that one guest alone never has all of them. */
  public static int turnsOfThisMachine() {
    return Math.max(LEAST_TURNS, Runtime.getRuntime().availableProcessors());
  }

  Bounds bounds() {
    return new Bounds(running, started, startedPerOwner, queued);
  }
}
