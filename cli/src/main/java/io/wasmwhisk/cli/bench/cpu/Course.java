// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.cpu;

import io.wasmwhisk.cli.bench.contender.Answer;
import io.wasmwhisk.cli.bench.contender.Samples;
import java.util.Arrays;
import java.util.Optional;

/**
 * A program from its compilation on, with one contender.
 *
 * @param compileNanos wall time; 0 for code that was compiled before
 * @param walls wall time of the first activations and the last ten
 * @param cpus processor time of the same; empty where it is not known
 * @param within how many ended in the first seconds
 */
record Course(long compileNanos, Samples walls, Optional<Samples> cpus, long within) {
  private static final int LAST = 10;

  /** What a contender answered; empty when it cannot do it, or had no time for one activation. */
  static Optional<Course> of(Answer answer) {
    return answer
        .series("activations")
        .filter(walls -> walls.count() > 0)
        .map(
            walls ->
                new Course(
                    answer.series("compile").map(each -> (long) each.median()).orElse(0L),
                    walls,
                    answer.series("processor"),
                    answer.series("within").map(each -> (long) each.median()).orElse(0L)));
  }

  /** Wall time of one activation, from 1, in milliseconds; NaN when there were fewer. */
  double wallMillis(int number) {
    return millis(walls, number);
  }

  /** Likewise its processor time. */
  double cpuMillis(int number) {
    return cpus.map(samples -> millis(samples, number)).orElse(Double.NaN);
  }

  private static double millis(Samples samples, int number) {
    return number > samples.count()
        ? Double.NaN
        : samples.values().skip(number - 1L).findFirst().orElse(0) / 1e6;
  }

  /** The last ten. */
  Samples peak() {
    return last(walls);
  }

  /** The median processor time of the last ten, in milliseconds; NaN where it is not known. */
  double peakCpuMillis() {
    return cpus.map(samples -> last(samples).median() / 1e6).orElse(Double.NaN);
  }

  /** The wall time of so many first ones, in milliseconds; NaN when there were fewer. */
  double sumMillis(int activations) {
    return walls.count() < activations ? Double.NaN : walls.values().limit(activations).sum() / 1e6;
  }

  private static Samples last(Samples samples) {
    long[] all = samples.values().toArray();
    return Samples.of(0, 0, Arrays.copyOfRange(all, Math.max(0, all.length - LAST), all.length));
  }
}
