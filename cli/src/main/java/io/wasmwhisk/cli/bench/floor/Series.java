// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.floor;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * All rounds of a phase.
 *
 * @param rounds the calls that are what the phase wants: with a new container, or without
 * @param others how many were not. OpenWhisk answers before a container is free again, so on a busy
 *     machine a warm call may come too early for it.
 */
record Series(Phase phase, List<Pair<List<Call>>> rounds, int others, Ratio ratio) {
  Series {
    rounds = List.copyOf(rounds);
  }

  static Series of(Phase phase, List<Pair<List<Call>>> all, RandomGenerator random) {
    List<Pair<List<Call>>> rounds =
        all.stream()
            .map(round -> new Pair<>(wanted(phase, round.wasm()), wanted(phase, round.echo())))
            .toList();
    return new Series(phase, rounds, count(all) - count(rounds), Ratio.of(rounds, random));
  }

  private static List<Call> wanted(Phase phase, List<Call> calls) {
    return calls.stream().filter(call -> call.isCold() != (phase == Phase.WARM)).toList();
  }

  private static int count(List<Pair<List<Call>>> rounds) {
    return rounds.stream().mapToInt(each -> each.wasm().size() + each.echo().size()).sum();
  }

  boolean held() {
    return ratio.value() <= phase.bound();
  }

  List<Call> calls(Side side) {
    return rounds.stream().flatMap(round -> round.of(side).stream()).toList();
  }

  Spread times(Side side) {
    return Spread.ofTimes(calls(side));
  }
}
