// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.whole;

import java.util.List;

/** What the files of the benches of whole servers say. */
final class ServerTargets {
  private static final double SLEEPERS = 5_000;
  private static final double IDLE_KIB = 16;
  private static final double CHURNED = 0.9;
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
