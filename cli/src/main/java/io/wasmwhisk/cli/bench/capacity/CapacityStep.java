// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.capacity;

import io.wasmwhisk.cli.bench.process.Reading;
import io.wasmwhisk.cli.bench.sleep.Nap;
import io.wasmwhisk.cli.bench.sleep.Naps;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * One number of activations at once, and what became of them.
 *
 * @param wanted activations
 * @param naps theirs
 * @param heapBefore bytes of heap after a collection before them; 0 when the process is not seen
 * @param heapDuring the same while they slept
 * @param readings of the server's process from their beginning to their last record
 */
record CapacityStep(
    int wanted, Naps naps, long heapBefore, long heapDuring, List<Reading> readings) {
  CapacityStep {
    readings = List.copyOf(readings);
  }

  boolean held() {
    return naps.complaints().isEmpty();
  }

  /** Milliseconds from the first activation's start to the last one's, by their records. */
  long spread() {
    LongSummaryStatistics starts =
        naps.slept().stream().mapToLong(each -> each.start()).summaryStatistics();
    return starts.getCount() == 0 ? 0 : starts.getMax() - starts.getMin();
  }

  /** Bytes of heap for each activation that sleeps; NaN when the process is not seen. */
  double heapEach() {
    return heapDuring == 0 ? Double.NaN : (double) (heapDuring - heapBefore) / wanted;
  }

  /** The reading with the most of something. */
  Optional<Reading> most(ToLongFunction<Reading> value) {
    return readings.stream().max(Comparator.comparingLong(value));
  }

  /** Processor time of the server, in nanoseconds. */
  long cpuNanos() {
    return readings.isEmpty() ? 0 : readings.getLast().cpuNanos() - readings.getFirst().cpuNanos();
  }

  /** What each took by its record, in milliseconds. */
  long[] durations() {
    return naps.slept().stream().mapToLong(each -> each.duration()).toArray();
  }

  /** How many were cold: their container had to be initialised. */
  long colds() {
    return naps.slept().stream().filter(Nap.Slept::cold).count();
  }
}
