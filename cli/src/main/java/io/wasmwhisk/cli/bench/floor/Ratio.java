// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.floor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The median of one side over that of the other.
 *
 * @param value of all calls
 * @param low where the middle 95 of 100 bootstrap samples of the rounds begin
 * @param high where they end
 */
record Ratio(double value, double low, double high) {
  private static final int SAMPLES = 2_000;

  static Ratio of(List<Pair<List<Call>>> rounds, RandomGenerator random) {
    double[] sampled = new double[SAMPLES];
    Arrays.setAll(sampled, i -> medians(resample(rounds, random)));
    Arrays.sort(sampled);
    return new Ratio(
        medians(rounds), Spread.quantile(sampled, 0.025), Spread.quantile(sampled, 0.975));
  }

  private static List<Pair<List<Call>>> resample(
      List<Pair<List<Call>>> rounds, RandomGenerator random) {
    return random.ints(rounds.size(), 0, rounds.size()).mapToObj(rounds::get).toList();
  }

  private static double medians(List<Pair<List<Call>>> rounds) {
    return median(rounds, Side.WASM) / median(rounds, Side.ECHO);
  }

  private static double median(List<Pair<List<Call>>> rounds, Side side) {
    List<Call> calls = new ArrayList<>();
    rounds.forEach(round -> calls.addAll(round.of(side)));
    double[] sorted = calls.stream().mapToDouble(Call::nanos).sorted().toArray();
    return Spread.quantile(sorted, 0.5);
  }
}
