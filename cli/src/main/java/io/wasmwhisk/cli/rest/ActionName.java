// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The name of an action: {@code hello}, {@code package/hello}, {@code /namespace/hello} or {@code
 * /namespace/package/hello}.
 *
 * @param namespace {@code _} for that of the key
 * @param segments package and name, or the name alone
 */
public record ActionName(String namespace, List<String> segments) {
  /** Copies the list. */
  public ActionName {
    segments = List.copyOf(segments);
  }

  /**
   * Reads a name.
   *
   * @throws IllegalArgumentException when it has another form
   */
  public static ActionName parse(String text) {
    boolean qualified = text.startsWith("/");
    List<String> parts =
        Arrays.asList((qualified ? text.substring(1) : "_/" + text).split("/", -1));
    if (parts.size() < 2 || parts.size() > 3 || parts.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "'%s' is no name of an action: write NAME, PACKAGE/NAME or /NAMESPACE[/PACKAGE]/NAME"
              .formatted(text));
    }
    return new ActionName(parts.getFirst(), parts.subList(1, parts.size()));
  }

  /** The path of the action in the API. */
  public String path() {
    return "/api/v1/namespaces/%s/actions/%s"
        .formatted(
            encode(namespace),
            segments.stream().map(ActionName::encode).collect(Collectors.joining("/")));
  }

  private static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
