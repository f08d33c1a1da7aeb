// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.call;

import java.util.Optional;

/**
 * The limits of the actions; the server's own where nothing is said.
 *
 * @param memoryMb megabytes
 * @param concurrency activations that one container may run at once
 */
public record ActionLimits(Optional<Long> memoryMb, Optional<Integer> concurrency) {
  /** The server's. */
  public static final ActionLimits SERVERS = new ActionLimits(Optional.empty(), Optional.empty());
}
