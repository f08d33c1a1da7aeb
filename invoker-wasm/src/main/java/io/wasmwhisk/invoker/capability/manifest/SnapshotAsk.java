// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker.capability.manifest;

import java.util.Optional;

/**
 * That an action's activations are to begin with a snapshot; the names of functions that make it,
 * where they are not those of the action's language.
 *
 * @param initialize what is run once
 * @param renew what every activation begins with
 * @param start what is the snapshot's start
 */
public record SnapshotAsk(
    Optional<String> initialize, Optional<String> renew, Optional<String> start) {

  /** Whether it names no function. */
  public boolean isPlain() {
    return initialize.isEmpty() && renew.isEmpty() && start.isEmpty();
  }

  /** As an error or a list names it. */
  @Override
  public String toString() {
    return isPlain()
        ? "snapshot"
        : "snapshot"
            + initialize.map(name -> " initialized by " + name).orElse("")
            + renew.map(name -> " renewed by " + name).orElse("")
            + start.map(name -> " started by " + name).orElse("");
  }
}
