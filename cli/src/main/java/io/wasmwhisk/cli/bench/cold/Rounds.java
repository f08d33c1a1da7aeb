// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.cold;

import io.wasmwhisk.cli.bench.call.Activation;
import io.wasmwhisk.cli.bench.call.Activations;
import io.wasmwhisk.cli.bench.call.Spread;
import io.wasmwhisk.cli.bench.process.Usage;
import io.wasmwhisk.cli.bench.workload.Kind;
import java.util.List;

/**
 * All rounds of a kind with as many calls at once.
 *
 * @param all in their order
 */
public record Rounds(Kind kind, Code code, int atOnce, List<Round> all) {
  private static final double NANOS_PER_MILLI = 1e6;

  /** Copies the list. */
  public Rounds {
    all = List.copyOf(all);
  }

  Activations activations() {
    return Activations.joined(all.stream().map(Round::activations));
  }

  /** Those that had to wait for a new container, which all should. */
  Activations cold() {
    return activations().filter(Activation::isCold);
  }

  /** Answers that came from a container that was there. */
  int warm() {
    return activations().filter(each -> each.isRight() && !each.isCold()).count();
  }

  /** Milliseconds until a round's last answer. */
  Spread last() {
    return Spread.of(all.stream().mapToDouble(each -> each.usage().wallNanos() / NANOS_PER_MILLI));
  }

  Usage usage() {
    return Usage.sum(all.stream().map(Round::usage).toList());
  }
}
