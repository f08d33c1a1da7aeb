// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.rest;

import io.wasmwhisk.cli.bench.contender.Samples;
import io.wasmwhisk.cli.bench.process.Usage;

/**
 * One server with a number of clients.
 *
 * @param peer whether the server is none of ours
 * @param samples of the calls, all right; the processor time is the clients'
 * @param usage of the server's process
 */
public record RestScore(String server, boolean peer, int clients, Samples samples, Usage usage) {
  private static final double NANOS_PER_MICRO = 1e3;

  /** Processor time of the server for each call, in microseconds. */
  double serverMicros() {
    return usage.cpuNanos() / NANOS_PER_MICRO / samples.count();
  }

  /** Processor time of the client for each call, in microseconds. */
  double clientMicros() {
    return samples.cpuPerCall() / NANOS_PER_MICRO;
  }
}
