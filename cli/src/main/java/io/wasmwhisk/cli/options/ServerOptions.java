// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.options;

import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.rest.ServerAccess;
import io.wasmwhisk.cli.rest.WskProperties;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which OpenWhisk to talk to. */
public final class ServerOptions {
  @Option(
      names = "--apihost",
      paramLabel = "URL",
      description =
          "the OpenWhisk to call; else WHISK_APIHOST, __OW_API_HOST, APIHOST in the file that"
              + " WSK_CONFIG_FILE names or in ~/.wskprops, or http://127.0.0.1:3233")
  private @Nullable String apiHost;

  @Option(
      names = {"-u", "--auth"},
      paramLabel = "KEY",
      description =
          "the key; else WHISK_AUTH, __OW_API_KEY, AUTH in the same file, or for a local server"
              + " OpenWhisk's guest key")
  private @Nullable String auth;

  /** Whether the command line names a server. */
  public boolean isGiven() {
    return apiHost != null;
  }

  /**
   * The server, by the options, the environment and the properties file.
   *
   * @throws CommandFailure when none of them gives a host and a key
   */
  public ServerAccess access() {
    Map<String, String> environment = System.getenv();
    Path file = WskProperties.location(environment, System.getProperty("user.home", ""));
    try {
      return ServerAccess.find(
          Optional.ofNullable(apiHost),
          Optional.ofNullable(auth),
          environment,
          WskProperties.read(file));
    } catch (IOException e) {
      throw FileBytes.unreadable(file, e);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, "No server to call: %s.".formatted(e.getMessage()));
    }
  }
}
