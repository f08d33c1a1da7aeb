// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.guest;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The environment that OpenWhisk gives to an activation, for one without a server. */
public final class ActivationVariables {
  private static final String NAMESPACE = "guest";

  private ActivationVariables() {}

  /**
   * The variables by name, to be added to.
   *
   * @param action the action's name
   * @param timeout the time it has
   * @param clock what the deadline is counted from
   */
  public static Map<String, String> of(String action, Duration timeout, Clock clock) {
    Map<String, String> variables = new HashMap<>();
    variables.put("__OW_NAMESPACE", NAMESPACE);
    variables.put("__OW_ACTION_NAME", "/" + NAMESPACE + "/" + action);
    variables.put("__OW_ACTION_VERSION", "0.0.1");
    variables.put("__OW_ACTIVATION_ID", UUID.randomUUID().toString().replace("-", ""));
    variables.put("__OW_DEADLINE", Long.toString(clock.millis() + timeout.toMillis()));
    return variables;
  }
}
