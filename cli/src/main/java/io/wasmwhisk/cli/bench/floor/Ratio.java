// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.floor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The median of one side over that of the other.
 *
 * @param value of all calls on all servers
 * @param low where the middle 95 of 100 bootstrap samples begin: of the servers, and of the rounds
 *     on each
 * @param high where they end
 */
record Ratio(double value, double low, double high) {
  private static final int SAMPLES = 2_000;

  static Ratio of(List<List<Pair<List<Call>>>> servers, RandomGenerator random) {
    double[] sampled = new double[SAMPLES];
    Arrays.setAll(
        sampled,
        i ->
            ofMedians(
                resample(servers, random).stream()
                    .flatMap(rounds -> resample(rounds, random).stream())
                    .toList()));
    Arrays.sort(sampled);
    return new Ratio(
        ofMedians(servers.stream().flatMap(List::stream).toList()),
        Spread.quantile(sampled, 0.025),
        Spread.quantile(sampled, 0.975));
  }

  private static <T> List<T> resample(List<T> all, RandomGenerator random) {
    return random.ints(all.size(), 0, all.size()).mapToObj(all::get).toList();
  }

  /** Without an interval. */
  static double ofMedians(List<Pair<List<Call>>> rounds) {
    return median(rounds, Side.WASM) / median(rounds, Side.ECHO);
  }

  private static double median(List<Pair<List<Call>>> rounds, Side side) {
    List<Call> calls = new ArrayList<>();
    rounds.forEach(round -> calls.addAll(round.of(side)));
    double[] sorted = calls.stream().mapToDouble(Call::nanos).sorted().toArray();
    return Spread.quantile(sorted, 0.5);
  }
}
