// SPDX-License-Identifier: Apache-2.0
package org.apache.openwhisk.core.containerpool.wasm.logs;

import com.typesafe.config.Config;
import java.util.Map;
import java.util.Optional;

/**
 * Which of OpenWhisk's log stores get our containers' logs: those that ask the container for them
 * ({@code DockerToActivationLogStore} and what extends it). The others look where Docker keeps
 * logs, and OpenWhisk does not say why it then destroys a container after each activation.
 */
public final class LogStores {
  private static final String KEY = "whisk.spi.LogStoreProvider";
  private static final String PACKAGE = "org.apache.openwhisk.core.containerpool.";
  private static final String RIGHT = PACKAGE + "logging.DockerToActivationLogStoreProvider";

  private static final String NO_DRIVER =
      "leaves logs to Docker's log drivers, and these containers have none: what they log is lost";

  private static final Map<String, String> WRONG =
      Map.of(
          PACKAGE + "docker.DockerCliLogStoreProvider",
          "asks the docker command, which knows none of these containers: what they log is lost, and OpenWhisk destroys the container after every activation",
          PACKAGE + "logging.LogDriverLogStoreProvider",
          NO_DRIVER,
          PACKAGE + "logging.SplunkLogStoreProvider",
          NO_DRIVER);

  private LogStores() {}

  /** What an operator has to know of the store that is configured; nothing of one that works. */
  public static Optional<String> problem(Config config) {
    if (!config.hasPath(KEY)) {
      return Optional.empty();
    }
    String store = config.getString(KEY);
    return Optional.ofNullable(WRONG.get(store))
        .map(why -> "%s = %s %s. Set it to %s.".formatted(KEY, store, why, RIGHT));
  }
}
