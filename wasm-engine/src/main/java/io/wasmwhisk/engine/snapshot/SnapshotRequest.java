// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.snapshot;

import java.util.Optional;

/**
 * Which of a module's exported functions, none of which has parameters or results, make a snapshot.
 *
 * @param initialize is run once, after {@code _initialize} where the module has that; neither is in
 *     the snapshot
 * @param renew is called first of all in every activation, and replaces what the initialisation
 *     took of clocks, random numbers and the environment, which is refused without it
 * @param start becomes the snapshot's {@code _start}
 */
public record SnapshotRequest(String initialize, Optional<String> renew, Optional<String> start) {
  /** As Wizer names it. */
  public static final String DEFAULT_INITIALIZE = "wizer.initialize";

  /** Wizer's convention, without more. */
  public static final SnapshotRequest DEFAULT =
      new SnapshotRequest(DEFAULT_INITIALIZE, Optional.empty(), Optional.empty());
}
