// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.density;

import io.wasmwhisk.cli.bench.sleep.Naps;
import java.util.ArrayList;
import java.util.List;

/**
 * So many actions of the same code, in four states.
 *
 * @param actions how many
 * @param deployed none was called yet
 * @param idle each was called once: it has an idle container
 * @param again each was called once more: the server has another record of each, and nothing else
 * @param running an activation of each sleeps in its container
 * @param cold calls of the second time that had a container initialised: it was no longer there
 * @param naps the activations that slept
 */
record Population(
    int actions, Look deployed, Look idle, Look again, Look running, int cold, Naps naps) {
  /** Bytes of heap of what the server keeps of each activation. */
  double recordBytes() {
    return each(again.heap() - idle.heap());
  }

  /** Bytes of heap of an idle container. */
  double idleBytes() {
    return each(idle.heap() - deployed.heap()) - recordBytes();
  }

  /** Bytes of heap of an activation that sleeps. */
  double runningBytes() {
    return each(running.heap() - again.heap());
  }

  private double each(long bytes) {
    return actions == 0 ? Double.NaN : (double) bytes / actions;
  }

  /** Why these figures are not what they seem. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>(naps.complaints());
    if (cold > 0) {
      complaints.add(
          "%d of %d containers were gone when they were called again".formatted(cold, actions));
    }
    return complaints;
  }
}
