// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.rest;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param clients who call at once, one number after the other
 * @param time of each server with each number of clients, in all
 * @param rounds into which that is divided
 * @param warmUp of each server, with the most clients, before anything counts
 */
public record RestSettings(List<Integer> clients, Duration time, int rounds, Duration warmUp) {
  /** Checks the ranges. */
  public RestSettings {
    clients = List.copyOf(clients);
    for (int each : clients) {
      if (each < 1) {
        throw new IllegalArgumentException(
            "%d clients measure nothing: at least 1".formatted(each));
      }
    }
    if (rounds < 1) {
      throw new IllegalArgumentException("%d rounds are too few; at least 1".formatted(rounds));
    }
  }

  /** One round with one number of clients. */
  Duration slice() {
    return time.dividedBy(rounds);
  }

  /** The most clients. */
  int most() {
    return clients.stream().mapToInt(Integer::intValue).max().orElse(0);
  }
}
