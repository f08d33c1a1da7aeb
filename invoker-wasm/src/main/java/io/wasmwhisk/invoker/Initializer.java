// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker;

import java.util.Map;

/**
 * What {@code POST /init} carries to an OpenWhisk runtime ({@code
 * ExecutableWhiskAction.containerInitializer}).
 *
 * @param name the action's name
 * @param main the entry point, {@code main} unless the action names another
 * @param code base64 when {@code binary}, text otherwise; empty when there is none
 * @param binary whether the server took the code for base64
 * @param environment variables that are set before the action's code loads
 */
public record Initializer(
    String name, String main, String code, boolean binary, Map<String, String> environment) {
  /** Copies the map. */
  public Initializer {
    environment = Map.copyOf(environment);
  }

  /** Refuses variables that no process could be given (POSIX, "Environment Variables"). */
  void requireSettable() throws BadActionException {
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      String name = variable.getKey();
      if (name.isEmpty() || name.indexOf('=') >= 0 || name.indexOf('\0') >= 0) {
        throw unsettable(name, "its name is empty or has a '=' or NUL character");
      }
      if (variable.getValue().indexOf('\0') >= 0) {
        throw unsettable(name, "its value has a NUL character");
      }
    }
  }

  private static BadActionException unsettable(String name, String reason) {
    return new BadActionException(
        "The environment variable '%s' cannot be set: %s. Remove it from the action's init parameters."
            .formatted(name.replace("\0", "\\0"), reason));
  }
}
