// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.density;

import io.wasmwhisk.cli.bench.process.ServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The server's process in one state.
 *
 * @param heaps bytes of heap after a collection, of each look
 * @param resident bytes of the process in memory, after them
 * @param threads platform threads, after them
 */
record Look(List<Long> heaps, long resident, int threads) {
  Look {
    heaps = List.copyOf(heaps);
  }

  static Look at(ServerProcess process, int looks) throws IOException {
    List<Long> heaps = new ArrayList<>();
    for (int i = 0; i < looks; i++) {
      heaps.add(process.histogram().total());
    }
    return new Look(heaps, process.resident(), process.threads());
  }

  /** What was there for the moment only is not counted. */
  long heap() {
    return Collections.min(heaps);
  }
}
