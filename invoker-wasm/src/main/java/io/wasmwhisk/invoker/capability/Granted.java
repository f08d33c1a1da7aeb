// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker.capability;

import io.wasmwhisk.engine.Capabilities;
import java.util.Map;
import java.util.TreeSet;

/**
 * What an action gets.
 *
 * @param capabilities directories and HTTP
 * @param environment variables with the operator's values
 */
public record Granted(Capabilities capabilities, Map<String, String> environment) {
  /** Copies the map. */
  public Granted {
    environment = Map.copyOf(environment);
  }

  /** Without the environment's values: they are secrets, perhaps. */
  @Override
  public String toString() {
    return "Granted[capabilities=%s, environment=%s]"
        .formatted(capabilities, new TreeSet<>(environment.keySet()));
  }
}
