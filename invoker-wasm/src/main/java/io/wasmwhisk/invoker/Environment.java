// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * The variables of an action whose code is loaded, and those of its runs. OpenWhisk tells the
 * variables {@code __OW_…} of an activation to an initialisation and to a run; those of the former
 * are of the activation that initialised the container. What a later one is not told, as an API
 * key, it must not find.
 */
final class Environment {
  /** Variables that OpenWhisk sets, of the activation at hand. */
  private static final String OPENWHISKS = "__OW_";

  /** The one of them that is the same for all activations. */
  private static final String API_HOST = "__OW_API_HOST";

  private final Map<String, String> initial;

  /** Of these, what is the action's own. */
  private final Map<String, String> own;

  /**
   * @param initial variables of the initialisation
   * @param more variables that win over them
   */
  Environment(Map<String, String> initial, Map<String, String> more) {
    Map<String, String> variables = new HashMap<>(initial);
    variables.putAll(more);
    this.initial = Map.copyOf(variables);
    variables.keySet().removeIf(key -> key.startsWith(OPENWHISKS) && !key.equals(API_HOST));
    this.own = Map.copyOf(variables);
  }

  /**
   * The environment of a run: what is the action's own, and all of the run's, which wins.
   *
   * @param run variables of the activation; empty where nobody says which it is
   */
  Map<String, String> of(Map<String, String> run) {
    if (run.isEmpty()) {
      return initial;
    }
    Map<String, String> merged = new HashMap<>(own);
    merged.putAll(run);
    return merged;
  }

  /** Without the values: they hold secrets. */
  @Override
  public String toString() {
    return "Environment" + new TreeSet<>(initial.keySet());
  }
}
