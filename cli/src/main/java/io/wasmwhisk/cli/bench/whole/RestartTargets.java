// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.whole;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What {@code restart.json} says: kept classes after a start, beside wasmtime's compilation. */
final class RestartTargets {
  private static final String BENCH = "restart";
  private static final double NANOS_PER_MILLI = 1e6;

  /** Of what a module never seen before may take. */
  private static final double SHARE = 3;

  private final Evidence evidence;

  RestartTargets(Evidence evidence) {
    this.evidence = evidence;
  }

  List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    for (String guest : GuestsTargets.GUESTS) {
      Double limit = GuestsTargets.NEW.limits().get(guest);
      if (limit != null) {
        targets.add(target(guest, limit / SHARE));
      }
    }
    return targets;
  }

  private Target target(String guest, double limit) {
    List<Evidence> scores = evidence.find("guests", "guest", guest).each("scores");
    double peer = median(scores, "wasmtime", false);
    String engine = fastest(scores);
    double ours = median(scores, engine, true);
    return Target.atMost(
        "%s: after a restart with the class cache, to the result, over wasmtime".formatted(guest),
        BENCH,
        limit,
        " ×",
        ours / peer,
        scores.isEmpty()
            ? "guest not there"
            : words(engine, ours, median(scores, engine, false), peer));
  }

  /** The one that users get; where that was not measured, the better one. */
  private static String fastest(List<Evidence> scores) {
    return Double.isNaN(median(scores, Engines.AUTO, true))
        ? Collections.min(
            Engines.SINGLE, Comparator.comparingDouble(engine -> median(scores, engine, true)))
        : Engines.AUTO;
  }

  private static String words(String engine, double ours, double unseen, double peer) {
    if (Double.isNaN(ours / peer)) {
      return "no wasmtime, or no times";
    }
    return String.format(
        Locale.ROOT,
        "%s %s ms%s, wasmtime %s ms",
        engine,
        Target.number(ours / NANOS_PER_MILLI),
        Double.isNaN(unseen)
            ? ""
            : ", never seen " + Target.number(unseen / NANOS_PER_MILLI) + " ms",
        Target.number(peer / NANOS_PER_MILLI));
  }

  private static double median(List<Evidence> scores, String contender, boolean kept) {
    return scores.stream()
        .filter(score -> score.text("contender").equals(contender) && score.isTrue("kept") == kept)
        .mapToDouble(score -> score.in("new").number("p50"))
        .findFirst()
        .orElse(Double.NaN);
  }
}
