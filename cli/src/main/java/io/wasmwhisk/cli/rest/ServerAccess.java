// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.rest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An OpenWhisk and the key to it.
 *
 * @param host scheme, name and port, without a path
 * @param key {@code uuid:secret}
 */
public record ServerAccess(URI host, String key) {
  /** Where {@code wasmwhisk standalone} listens unless told otherwise. */
  public static final URI LOCAL_HOST = URI.create("http://127.0.0.1:3233");

  /** OpenWhisk's published key of the namespace {@code guest} of every local set-up. */
  public static final String GUEST_KEY =
      "23bc46b1-71f6-4ed5-8c54-816aa4f8c502:"
          + "123zO3xZCLrMN6v2BKK1dXYFpXlPkccOFqm12CdAsMgRU4VrNZ9lyGVCGuMDGIwP";

  /** Checks the host. */
  public ServerAccess {
    if (host.getHost() == null) {
      throw new IllegalArgumentException(
          "the API host %s has no name: write for instance http://127.0.0.1:3233".formatted(host));
    }
  }

  /**
   * The first of: what the user gave, the environment (wsk's variables, then those that an action
   * has), the properties file, the local standalone server.
   *
   * @param host what the user gave
   * @param key what the user gave
   * @throws IllegalArgumentException when the host is no URI, or there is no key for it
   */
  public static ServerAccess find(
      Optional<String> host,
      Optional<String> key,
      Map<String, String> environment,
      WskProperties properties) {
    Optional<String> foundHost =
        firstOf(
            host,
            variable(environment, "WHISK_APIHOST"),
            variable(environment, "__OW_API_HOST"),
            properties.apiHost());
    Optional<String> foundKey =
        firstOf(
            key,
            variable(environment, "WHISK_AUTH"),
            variable(environment, "__OW_API_KEY"),
            properties.auth());
    URI uri = foundHost.map(ServerAccess::withScheme).orElse(LOCAL_HOST);
    return new ServerAccess(
        uri,
        foundKey
            .or(() -> isLocal(uri) ? Optional.of(GUEST_KEY) : Optional.empty())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no key for %s: give --auth, WHISK_AUTH, or AUTH in %s"
                            .formatted(uri, properties.file()))));
  }

  /** The value of the header {@code Authorization} (RFC 7617). */
  public String basicAuthorization() {
    return "Basic " + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isLocal(URI uri) {
    String name = String.valueOf(uri.getHost());
    return name.equals("localhost") || name.equals("127.0.0.1") || name.equals("[::1]");
  }

  /** As wsk does: a host without a scheme is called by HTTPS. */
  private static URI withScheme(String host) {
    String trimmed = host.replaceAll("/+$", "");
    return URI.create(trimmed.startsWith("http") ? trimmed : "https://" + trimmed);
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  @SafeVarargs
  private static Optional<String> firstOf(Optional<String>... values) {
    return Stream.of(values).flatMap(Optional::stream).findFirst();
  }
}
