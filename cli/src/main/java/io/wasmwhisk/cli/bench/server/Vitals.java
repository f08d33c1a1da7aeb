// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.server;

/**
 * A process at rest.
 *
 * @param heapMb MiB of heap in use after a collection
 * @param threads platform threads
 * @param busyGuests guests' threads that used a processor most of the time while they were watched:
 *     guests that were said to be ended, and are not
 */
public record Vitals(long heapMb, int threads, int busyGuests) {
  @Override
  public String toString() {
    return "%d MiB of heap, %d threads, %d busy guests".formatted(heapMb, threads, busyGuests);
  }
}
