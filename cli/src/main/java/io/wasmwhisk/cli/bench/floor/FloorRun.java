// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.floor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The calls of both sides on one server, round by round. */
public final class FloorRun {
  private final Map<Phase, List<Pair<List<Call>>>> rounds = new EnumMap<>(Phase.class);

  FloorRun() {}

  void add(Phase phase, Pair<List<Call>> round) {
    rounds.computeIfAbsent(phase, any -> new ArrayList<>()).add(round);
  }

  List<Pair<List<Call>>> rounds(Phase phase) {
    return List.copyOf(rounds.getOrDefault(phase, List.of()));
  }
}
