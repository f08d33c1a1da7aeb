// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.floor;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * All rounds of a phase.
 *
 * @param servers of each server its rounds of calls that are what the phase wants: with a new
 *     container, or without
 * @param others how many were not. OpenWhisk answers before a container is free again, so on a busy
 *     machine a warm call may come too early for it.
 */
record Series(Phase phase, List<List<Pair<List<Call>>>> servers, int others, Ratio ratio) {
  Series {
    servers = List.copyOf(servers);
  }

  static Series of(Phase phase, List<List<Pair<List<Call>>>> all, RandomGenerator random) {
    List<List<Pair<List<Call>>>> servers =
        all.stream()
            .map(rounds -> rounds.stream().map(round -> wanted(phase, round)).toList())
            .toList();
    return new Series(phase, servers, count(all) - count(servers), Ratio.of(servers, random));
  }

  private static Pair<List<Call>> wanted(Phase phase, Pair<List<Call>> round) {
    return new Pair<>(wanted(phase, round.wasm()), wanted(phase, round.echo()));
  }

  private static List<Call> wanted(Phase phase, List<Call> calls) {
    return calls.stream().filter(call -> call.isCold() != (phase == Phase.WARM)).toList();
  }

  private static int count(List<List<Pair<List<Call>>>> servers) {
    return servers.stream()
        .flatMap(List::stream)
        .mapToInt(each -> each.wasm().size() + each.echo().size())
        .sum();
  }

  boolean held() {
    return ratio.value() <= phase.bound();
  }

  /** The ratio on each server by itself. */
  List<Double> ratios() {
    return servers.stream().map(Ratio::ofMedians).toList();
  }

  List<Call> calls(Side side) {
    return servers.stream()
        .flatMap(List::stream)
        .flatMap(round -> round.of(side).stream())
        .toList();
  }

  Spread times(Side side) {
    return Spread.ofTimes(calls(side));
  }
}
