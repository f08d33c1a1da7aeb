// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.churn;

import io.wasmwhisk.cli.bench.contender.Samples;
import io.wasmwhisk.cli.bench.process.Reading;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/**
 * So many functions, and the calls to them.
 *
 * @param functions how many
 * @param offered calls that were begun in a second
 * @param calls all that count
 * @param readings of the server's process meanwhile; none when it is not seen
 */
record ChurnStage(int functions, double offered, List<ChurnCall> calls, List<Reading> readings) {
  private static final double NANOS_PER_SECOND = 1e9;

  ChurnStage {
    calls = List.copyOf(calls);
    readings = List.copyOf(readings);
  }

  /**
   * Right answers in a second, from the first call to the last answer, or to when the call after
   * the last would have begun, whichever is later: a server that keeps up gives as many as were
   * begun.
   */
  double answered() {
    double took = calls.stream().mapToLong(ChurnCall::ended).max().orElse(0) / NANOS_PER_SECOND;
    return right().size() / Math.max(took, calls.size() / offered);
  }

  List<ChurnCall> right() {
    return calls.stream().filter(ChurnCall::isRight).toList();
  }

  List<ChurnCall> wrong() {
    return calls.stream().filter(call -> !call.isRight()).toList();
  }

  /** How long right answers took. */
  Samples times() {
    return Samples.of(0, 0, right().stream().mapToLong(ChurnCall::nanos).toArray());
  }

  /** Which share of the right answers had a container initialised. */
  double cold() {
    return right().isEmpty()
        ? Double.NaN
        : (double) right().stream().filter(call -> call.activation().isCold()).count()
            / right().size();
  }

  /** Processors that the server kept busy, on average; NaN when it is not seen. */
  double processors() {
    if (readings.size() < 2) {
      return Double.NaN;
    }
    Reading first = readings.getFirst();
    Reading last = readings.getLast();
    return (double) (last.cpuNanos() - first.cpuNanos()) / (last.nanos() - first.nanos());
  }

  /** The server's processor time for each call, in milliseconds; NaN when it is not seen. */
  double cpuMillisEach() {
    return readings.size() < 2
        ? Double.NaN
        : (readings.getLast().cpuNanos() - readings.getFirst().cpuNanos()) / 1e6 / calls.size();
  }

  /** The most of something in the server's process. */
  OptionalDouble most(ToLongFunction<Reading> value) {
    return readings.stream().mapToDouble(each -> value.applyAsLong(each)).max();
  }

  /** Whether no call was wrong or lost, and so large a share of the rate was answered. */
  boolean held(double leastShare) {
    return wrong().isEmpty() && answered() >= leastShare * offered;
  }
}
