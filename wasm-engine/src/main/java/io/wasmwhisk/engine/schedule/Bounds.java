// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.schedule;

/**
 * How much may be under way at once.
 *
 * @param turns claims on a processor
 * @param started claims that have started and not ended, most of them waiting for something
 * @param startedOfOneOwner the same, of one owner
 * @param queued claims that wait to be started
 */
public record Bounds(int turns, int started, int startedOfOneOwner, int queued) {
  /** Checks each range. */
  public Bounds {
    requireAtLeast("turns", turns, 1);
    requireAtLeast("started claims", started, 1);
    requireAtLeast("started claims of one owner", startedOfOneOwner, 1);
    requireAtLeast("queued claims", queued, 0);
  }

  private static void requireAtLeast(String what, int number, int least) {
    if (number < least) {
      throw new IllegalArgumentException(
          "the number of %s, %d, must be at least %d".formatted(what, number, least));
    }
  }
}
