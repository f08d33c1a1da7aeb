// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.whole;

import java.util.List;
import java.util.Locale;

/** What the files of the benches of whole servers say. */
final class ServerTargets {
  private static final double SLEEPERS = 5_000;
  private static final double IDLE_KIB = 16;
  private static final double CHURNED = 0.9;
  private static final double OVER_NODEJS = 5;
  private static final String OUR_HELLO = "wasm";
  private static final String PEER_HELLO = "nodejs";
  private static final double RUN_SECONDS = 0.6;
  private static final double STANDALONE_SECONDS = 2.5;
  private static final double BYTES_PER_KIB = 1024;
  private static final double NANOS_PER_SECOND = 1e9;

  private ServerTargets() {}

  static Target capacity(Evidence evidence) {
    double most =
        evidence.each("steps").stream()
            .filter(step -> step.isTrue("held"))
            .mapToDouble(step -> step.number("activations"))
            .max()
            .orElse(Double.NaN);
    return Target.atLeast(
        "sleeps of 5 s in flight at once, each proven",
        "capacity",
        SLEEPERS,
        "",
        most,
        words(most));
  }

  static Target density(Evidence evidence) {
    double bytes =
        evidence.each("populations").stream()
            .filter(each -> each.number("actions") > 0)
            .reduce((first, second) -> second)
            .map(each -> each.number("idleBytes"))
            .orElse(Double.NaN);
    return Target.atMost(
        "heap of an idle container",
        "density",
        IDLE_KIB,
        " KiB",
        bytes / BYTES_PER_KIB,
        words(bytes));
  }

  static Target churn(Evidence evidence) {
    List<Evidence> stages = evidence.each("stages");
    double ratio =
        stages.isEmpty()
            ? Double.NaN
            : stages.getLast().number("answeredPerSecond")
                / stages.getFirst().number("answeredPerSecond");
    return Target.atLeast(
        "answers a second with the most functions, over those with one",
        "churn",
        CHURNED,
        " ×",
        ratio,
        words(ratio));
  }

  /** The most answers a second of each, with whatever number of clients. */
  static Target rest(Evidence evidence) {
    double ours = most(evidence, OUR_HELLO);
    double peer = most(evidence, PEER_HELLO);
    return Target.atLeast(
        "hello over standalone's REST, over OpenWhisk's nodejs action server",
        "rest",
        OVER_NODEJS,
        " ×",
        ours / peer,
        restWords(ours, peer));
  }

  private static String restWords(double ours, double peer) {
    if (Double.isNaN(ours)) {
      return words(ours);
    }
    return Double.isNaN(peer)
        ? "no action server of OpenWhisk's"
        : String.format(Locale.ROOT, "%.0f and %.0f answers a second", ours, peer);
  }

  private static double most(Evidence evidence, String server) {
    return evidence.each("scores").stream()
        .filter(score -> score.text("server").equals(server))
        .mapToDouble(score -> score.number("answersPerSecond"))
        .max()
        .orElse(Double.NaN);
  }

  static List<Target> start(Evidence evidence) {
    double run = evidence.in("RUN").number("p50") / NANOS_PER_SECOND;
    double standalone = evidence.in("STANDALONE").number("p50") / NANOS_PER_SECOND;
    return List.of(
        Target.atMost("wasmwhisk run of hello", "start", RUN_SECONDS, " s", run, words(run)),
        Target.atMost(
            "standalone to its first ping",
            "start",
            STANDALONE_SECONDS,
            " s",
            standalone,
            words(standalone)));
  }

  private static String words(double value) {
    return Double.isNaN(value) ? "no figures" : "";
  }
}
