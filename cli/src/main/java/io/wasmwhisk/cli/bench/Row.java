// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench;

import io.wasmwhisk.cli.bench.attack.Attack;
import io.wasmwhisk.cli.bench.attack.Ended;
import io.wasmwhisk.cli.bench.load.Latencies;
import io.wasmwhisk.cli.bench.load.NeighbourCall;
import io.wasmwhisk.cli.bench.server.Vitals;
import java.util.List;
import java.util.Optional;

/**
 * What became of an attack.
 *
 * @param attack which
 * @param ended its activations
 * @param started when the first activation was sent, by {@link System#nanoTime}
 * @param nanos until the last one was over
 * @param lateMillis how long after its deadline the last one ended; negative when before
 * @param calmCalls neighbours' calls in the calm before it
 * @param calls neighbours' calls while it went on
 * @param vitals the server's process afterwards
 * @param complaints what did not hold; none when the attack did no harm
 */
record Row(
    Attack attack,
    List<Ended> ended,
    long started,
    long nanos,
    long lateMillis,
    List<NeighbourCall> calmCalls,
    List<NeighbourCall> calls,
    Optional<Vitals> vitals,
    List<String> complaints) {
  Row {
    ended = List.copyOf(ended);
    calmCalls = List.copyOf(calmCalls);
    calls = List.copyOf(calls);
    complaints = List.copyOf(complaints);
  }

  boolean held() {
    return complaints.isEmpty();
  }

  Latencies before() {
    return Latencies.of(calmCalls);
  }

  Latencies during() {
    return Latencies.of(calls);
  }
}
