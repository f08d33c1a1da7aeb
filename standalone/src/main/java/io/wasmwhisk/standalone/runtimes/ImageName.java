// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.runtimes;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A container image: {@code [registry/][prefix/]name[:tag]}, OpenWhisk's {@code
 * ExecManifest.ImageName}.
 *
 * @param name never empty
 */
public record ImageName(
    String name, Optional<String> registry, Optional<String> prefix, Optional<String> tag) {

  // Docker's reference grammar: a first part with a dot or a port is a registry.
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?:(?<registry>[A-Za-z0-9-]+(?:(?:\\.[A-Za-z0-9-]+)+(?::\\d+)?|:\\d+))/)?"
              + "(?<path>[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*)"
              + "(?::(?<tag>\\w[\\w.-]{0,127}))?"
              + "(?:@[A-Za-z0-9+._-]+:[0-9a-fA-F]{32,})?");

  public ImageName {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("an image needs a name");
    }
  }

  /** Parses a reference as `docker pull` takes it; empty when it is none. */
  public static Optional<ImageName> parse(String reference) {
    Matcher matcher = REFERENCE.matcher(reference);
    return matcher.matches() ? Optional.of(of(matcher)) : Optional.empty();
  }

  private static ImageName of(Matcher matcher) {
    String path = matcher.group("path");
    int slash = path.lastIndexOf('/');
    return new ImageName(
        path.substring(slash + 1),
        Optional.ofNullable(matcher.group("registry")),
        slash < 0 ? Optional.empty() : Optional.of(path.substring(0, slash)),
        Optional.ofNullable(matcher.group("tag")));
  }

  /** The reference as text: {@code resolveImageName()} of OpenWhisk without a system registry. */
  public String reference() {
    String server = registry.filter(r -> !r.isEmpty()).map(ImageName::withSlash).orElse("");
    String path = prefix.filter(p -> !p.isEmpty()).map(p -> p + "/").orElse("");
    return server + path + name + tag.filter(t -> !t.isEmpty()).map(t -> ":" + t).orElse("");
  }

  private static String withSlash(String registry) {
    return registry.endsWith("/") ? registry : registry + "/";
  }
}
