// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.guests;

import java.util.List;
import java.util.Locale;

/** Our engines over the peer that they are measured by. */
final class Ratios {
  private static final String PEER = "wasmtime";

  private Ratios() {}

  /** A line for each engine of ours; none where the peer has no times. */
  static List<String> lines(GuestResult result) {
    List<Score> timed =
        result.scores().stream().filter(score -> !score.measured().isEmpty()).toList();
    return timed.stream()
        .filter(score -> score.contender().equals(PEER))
        .flatMap(
            peer -> timed.stream().filter(score -> !score.peer()).map(score -> line(score, peer)))
        .toList();
  }

  private static String line(Score ours, Score peer) {
    double embedding = peer.medianMicros(Measure.OVERHEAD);
    return String.format(
        Locale.ROOT,
        "%s over wasmtime: never seen %.2f, cold %.2f, one at a time %.2f, saturated %.2f; less the %.1f µs that an empty module takes there, through Python: %.2f and %.2f",
        ours.contender(),
        ratio(ours, peer, Measure.NEW, 0),
        ratio(ours, peer, Measure.COLD, 0),
        ratio(ours, peer, Measure.PAUSED, 0),
        ratio(ours, peer, Measure.ONE_THREAD, 0),
        embedding,
        ratio(ours, peer, Measure.PAUSED, embedding),
        ratio(ours, peer, Measure.ONE_THREAD, embedding));
  }

  /** Medians; so many microseconds of the peer's do not count. */
  private static double ratio(Score ours, Score peer, Measure measure, double embedding) {
    double left = peer.medianMicros(measure) - embedding;
    return left > 0 ? ours.medianMicros(measure) / left : Double.NaN;
  }
}
