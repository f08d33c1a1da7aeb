// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker;

import io.wasmwhisk.invoker.code.BadActionException;
import java.util.Map;
import java.util.TreeSet;

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

  /**
   * The namespace that the action's code belongs to. OpenWhisk sets both variables after the
   * action's own, so that no action can say what it likes ({@code
   * ContainerProxy.initializeAndRun}). {@code __OW_NAMESPACE} is that of the caller: whoever calls
   * somebody else's action lends it nothing.
   */
  String actionNamespace() {
    String[] name = environment.getOrDefault("__OW_ACTION_NAME", "").split("/", -1);
    return name.length > 2 && name[0].isEmpty()
        ? name[1]
        : environment.getOrDefault("__OW_NAMESPACE", "");
  }

  /** The code as it is loaded. */
  ActionLoader.Source source() {
    return new ActionLoader.Source(actionNamespace(), code, binary, main);
  }

  /** Without code and the environment's values: they hold secrets. */
  @Override
  public String toString() {
    return "Initializer[name=%s, main=%s, code of %d characters, binary=%s, environment=%s]"
        .formatted(name, main, code.length(), binary, new TreeSet<>(environment.keySet()));
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
