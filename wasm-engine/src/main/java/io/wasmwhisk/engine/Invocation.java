// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import java.util.Map;

/**
 * One call of an action.
 *
 * @param input the parameters, a JSON object or array, given to the guest as they are
 * @param environment environment variables
 * @param limits what it may use
 */
public record Invocation(String input, Map<String, String> environment, Limits limits) {
  /** Copies the map. */
  public Invocation {
    environment = Map.copyOf(environment);
  }
}
