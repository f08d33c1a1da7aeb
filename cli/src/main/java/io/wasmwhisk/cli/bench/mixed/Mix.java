// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.mixed;

import io.wasmwhisk.cli.bench.call.Activations;
import io.wasmwhisk.cli.bench.call.Spread;
import io.wasmwhisk.cli.bench.process.Usage;
import io.wasmwhisk.cli.bench.workload.Kind;
import java.util.List;
import java.util.stream.Stream;

/**
 * All samples of a kind with a share.
 *
 * @param share of the calls that compute, in percent
 * @param samples in their order
 */
public record Mix(Kind kind, int share, List<Sample> samples) {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;

  /** Copies the list. */
  public Mix {
    samples = List.copyOf(samples);
  }

  /**
   * Calls sent at once.
   *
   * @param primes those that compute
   * @param nets those that wait
   * @param usage from the first request to the last answer
   */
  record Sample(Activations primes, Activations nets, Usage usage) {}

  Activations primes() {
    return Activations.joined(samples.stream().map(Sample::primes));
  }

  Activations nets() {
    return Activations.joined(samples.stream().map(Sample::nets));
  }

  Activations all() {
    return Activations.joined(Stream.of(primes(), nets()));
  }

  /** Milliseconds that a sample took until its last answer. */
  Spread times() {
    return Spread.of(
        samples.stream().mapToDouble(each -> each.usage().wallNanos() / NANOS_PER_MILLI));
  }

  /** Right answers in a second of the time between a sample's first request and last answer. */
  double perSecond() {
    Activations all = all();
    return (all.count() - all.wrong()) * NANOS_PER_SECOND / usage().wallNanos();
  }

  Usage usage() {
    return Usage.sum(samples.stream().map(Sample::usage).toList());
  }
}
