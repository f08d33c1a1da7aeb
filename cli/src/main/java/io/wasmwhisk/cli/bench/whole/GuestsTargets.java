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

  /** Over wasmtime, with the next instance ready. */
  private static final Map<String, Double> PAUSED =
      Map.of("c", 1.0, "rust", 1.0, "quickjs", 0.5, "go", 3.0);

  /** Over wasmtime, saturated. */
  private static final Map<String, Double> SATURATED = Map.of("c", 3.0, "rust", 3.0);

  /** Over wasmtime, from bytes never seen before. */
  static final Map<String, Double> NEW = Map.of("c", 0.4, "rust", 0.4, "quickjs", 0.3, "go", 0.3);

  static final List<String> GUESTS = List.of("c", "rust", "quickjs", "go");

  private final Evidence evidence;

  GuestsTargets(Evidence evidence) {
    this.evidence = evidence;
  }

  List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    over(targets, "warm, the next instance ready", "PAUSED", PAUSED);
    targets.add(cpython());
    over(targets, "warm, saturated", "ONE_THREAD", SATURATED);
    for (String guest : GUESTS) {
      targets.add(tail(guest));
    }
    over(targets, "never seen before, to the result", "NEW", NEW);
    targets.add(threads());
    return targets;
  }

  private void over(List<Target> targets, String what, String measure, Map<String, Double> limits) {
    for (String guest : GUESTS) {
      if (limits.containsKey(guest)) {
        targets.add(over(guest, what, measure, limits.getOrDefault(guest, Double.NaN)));
      }
    }
  }

  private Target over(String guest, String what, String measure, double limit) {
    Best ours = best(guest, each -> each.in(measure).number(MEDIAN));
    double peer = contender(guest, PEER).in(measure).number(MEDIAN);
    return Target.atMost(
        "%s: %s, over wasmtime".formatted(guest, what),
        BENCH,
        limit,
        " ×",
        ours.value() / peer,
        Double.isNaN(ours.value()) || Double.isNaN(peer)
            ? missing(guest)
            : "%s %s, wasmtime %s".formatted(ours.engine(), micros(ours.value()), micros(peer)));
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
