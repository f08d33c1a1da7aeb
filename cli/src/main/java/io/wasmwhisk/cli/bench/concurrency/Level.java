// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.concurrency;

import io.wasmwhisk.cli.bench.call.Activation;
import io.wasmwhisk.cli.bench.call.Activations;
import io.wasmwhisk.cli.bench.process.Usage;
import io.wasmwhisk.cli.bench.workload.Kind;
import io.wasmwhisk.cli.bench.workload.Workload;

/**
 * As many calls in flight for a while.
 *
 * @param inFlight calls
 * @param activations those that ended in that time
 * @param usage of that time
 */
public record Level(
    Kind kind, Workload workload, int inFlight, Activations activations, Usage usage) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Right answers in a second. */
  double perSecond() {
    return (activations.count() - activations.wrong()) * NANOS_PER_SECOND / usage.wallNanos();
  }

  /** Calls for which a container was initialised. */
  int cold() {
    return activations.filter(Activation::isCold).count();
  }
}
