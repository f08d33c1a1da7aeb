// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What {@code guests.json} says: instances of real guests, beside wasmtime in the same run. */
final class GuestsTargets {
  private static final String BENCH = "guests";
  private static final String PEER = "wasmtime";
  private static final String MEDIAN = "p50";
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double CPYTHON_MILLIS = 15;
  private static final double WIDEST = 10;
  private static final double SPEED_UP = 1.7;

  /** With the next instance ready. */
  private static final Comparison READY =
      new Comparison(
          "warm, the next instance ready",
          "PAUSED",
          true,
          Map.of("c", 1.0, "rust", 1.0, "quickjs", 0.5, "go", 3.0));

  private static final Comparison SATURATED =
      new Comparison("warm, saturated", "ONE_THREAD", true, Map.of("c", 3.0, "rust", 3.0));

  /** From bytes never seen before. */
  static final Comparison NEW =
      new Comparison(
          "never seen before, to the result",
          "NEW",
          false,
          Map.of("c", 0.4, "rust", 0.4, "quickjs", 0.3, "go", 0.3));

  static final List<String> GUESTS = List.of("c", "rust", "quickjs", "go");

  /** Of all languages, whether or not they are compared. */
  private static final List<String> ALL =
      List.of("c", "rust", "quickjs", "go", "assemblyscript", "cpython");

  private final Evidence evidence;

  /**
   * What is compared with wasmtime's.
   *
   * @param words for people
   * @param measure of the bench
   * @param lessEmbedding whether what an empty module takes there, through Python, does not count
   * @param limits of ours over wasmtime's, for each guest that has one
   */
  record Comparison(
      String words, String measure, boolean lessEmbedding, Map<String, Double> limits) {
    Comparison {
      limits = Map.copyOf(limits);
    }
  }

  GuestsTargets(Evidence evidence) {
    this.evidence = evidence;
  }

  List<Target> targets() {
    List<Target> targets = new ArrayList<>(over(READY));
    targets.add(cpython());
    targets.addAll(over(SATURATED));
    ALL.forEach(guest -> targets.add(tail(guest)));
    targets.addAll(over(NEW));
    targets.add(threads());
    return targets;
  }

  private List<Target> over(Comparison comparison) {
    return GUESTS.stream()
        .filter(comparison.limits()::containsKey)
        .map(guest -> over(guest, comparison))
        .toList();
  }

  private Target over(String guest, Comparison comparison) {
    Evidence wasmtime = contender(guest, PEER);
    double embedding = comparison.lessEmbedding() ? wasmtime.in("OVERHEAD").number(MEDIAN) : 0;
    double peer = wasmtime.in(comparison.measure()).number(MEDIAN) - embedding;
    Best ours = best(guest, each -> each.in(comparison.measure()).number(MEDIAN));
    return Target.atMost(
        "%s: %s, over wasmtime".formatted(guest, comparison.words()),
        BENCH,
        comparison.limits().getOrDefault(guest, Double.NaN),
        " ×",
        ours.value() / peer,
        Double.isNaN(ours.value() / peer)
            ? missing(guest)
            : "%s %s, wasmtime %s%s%s"
                .formatted(
                    ours.engine(),
                    micros(ours.value()),
                    micros(peer),
                    embedding > 0 ? " less Python's " + micros(embedding) : "",
                    others(guest, comparison, ours.engine(), peer)));
  }

  /** The ratios of the other engines. */
  private String others(String guest, Comparison comparison, String named, double peer) {
    StringBuilder words = new StringBuilder();
    for (String engine : Engines.OURS) {
      double value = contender(guest, engine).in(comparison.measure()).number(MEDIAN);
      if (!engine.equals(named) && !Double.isNaN(value)) {
        words.append("; %s %s ×".formatted(engine, Target.number(value / peer)));
      }
    }
    return words.toString();
  }

  private String missing(String guest) {
    if (evidence.find("guests", "guest", guest).members().isEmpty()) {
      return "guest not there";
    }
    return contender(guest, PEER).members().isEmpty() ? "no wasmtime" : "no times";
  }

  private Target cpython() {
    Best ours = best("cpython", each -> each.in("PAUSED").number(MEDIAN));
    return Target.atMost(
        "cpython: warm, the next instance ready",
        BENCH,
        CPYTHON_MILLIS,
        " ms",
        ours.value() / NANOS_PER_MILLI,
        Double.isNaN(ours.value()) ? missing("cpython") : ours.engine());
  }

  private Target tail(String guest) {
    Best ours = best(guest, each -> each.in("PAUSED").number(MEDIAN));
    double tail = contender(guest, ours.engine()).in("PAUSED").number("p99");
    return Target.atMost(
        "%s: warm, p99 over p50".formatted(guest),
        BENCH,
        WIDEST,
        " ×",
        tail / ours.value(),
        Double.isNaN(tail)
            ? missing(guest)
            : "%s %s and %s".formatted(ours.engine(), micros(tail), micros(ours.value())));
  }

  private Target threads() {
    Best ours = best("c", each -> each.in("ONE_THREAD").number(MEDIAN));
    Evidence score = contender("c", ours.engine());
    double one = perSecond(score.in("ONE_THREAD"));
    double two = perSecond(score.in("TWO_THREADS"));
    return Target.atLeast(
        "c: throughput of 2 threads over 1",
        BENCH,
        SPEED_UP,
        " ×",
        two / one,
        Double.isNaN(two / one)
            ? missing("c")
            : "%s %.0f and %.0f a second".formatted(ours.engine(), two, one));
  }

  private static double perSecond(Evidence samples) {
    return samples.number("count") * 1e9 / samples.number("wall");
  }

  /** A figure and whose it is. */
  private record Best(String engine, double value) {}

  /** That of {@code auto}, which users get; where it was not measured, the better engine's. */
  private Best best(String guest, ToDoubleFunction<Evidence> value) {
    Best best = new Best("", Double.NaN);
    for (String engine : Engines.OURS) {
      double each = value.applyAsDouble(contender(guest, engine));
      if (engine.equals(Engines.AUTO) && !Double.isNaN(each)) {
        return new Best(engine, each);
      }
      if (Double.isNaN(best.value()) || each < best.value()) {
        best = new Best(engine, each);
      }
    }
    return best;
  }

  private Evidence contender(String guest, String name) {
    return evidence.find("guests", "guest", guest).find("contenders", "contender", name);
  }

  private static String micros(double nanos) {
    return Target.number(nanos / 1e3) + " µs";
  }
}
