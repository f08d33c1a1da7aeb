// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.cluster;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Guests that run or wait in an invoker, by its metrics (docs/metrics.md).
 *
 * @param invoker its number
 */
record GuestGauge(Cluster cluster, int invoker) {
  private static final int IDLE_TIMES = 20;

  private static final Pattern GUESTS =
      Pattern.compile(
          "(?m)^gauge_invoker_wasmGuests_counter\\{[^}]*state=\"(started|queued)\"[^}]*} (\\S+)");

  /** As docs/operations.md says: the gauge has been 0 for a while. */
  void awaitNone() throws InterruptedException {
    AtomicInteger idle = new AtomicInteger();
    Patience.await(
        "invoker%d has had no guests for some seconds".formatted(invoker),
        () -> {
          idle.set(guests() == 0 ? idle.get() + 1 : 0);
          return idle.get() == IDLE_TIMES;
        });
  }

  private double guests() throws IOException, InterruptedException {
    String metrics = cluster.metrics(invoker);
    return GUESTS
        .matcher(metrics)
        .results()
        .mapToDouble(found -> Double.parseDouble(found.group(2)))
        .reduce(Double::sum)
        .orElseThrow(() -> new AssertionError("no gauge of guests in " + metrics));
  }
}
