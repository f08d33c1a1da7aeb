// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.invoker.image;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An image as Docker names it, {@code [registry/]path[:tag]}, in whichever parts a manifest of
 * runtimes or a user wrote it ({@code ExecManifest.ImageName}).
 *
 * @param registry the host it is pulled from, in lower case, with what a manifest adds to it
 * @param path its name there, {@code wasmwhisk/action-wasm}
 * @param tag its version
 */
public record ImageReference(Optional<String> registry, String path, Optional<String> tag) {
  private static final String LATEST = "latest";

  private static final Pattern SETTING =
      Pattern.compile(
          "(?:[A-Za-z0-9.-]+(?::[0-9]+)?/)?"
              + "[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*"
              + "(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?");

  /** A registry as Docker tells it from a path's first part, path, tag, digest. */
  private static final Pattern PARTS =
      Pattern.compile(
          "(?:(?<registry>[^/]*[.:][^/]*|localhost)/)?(?<path>[^:@]*)(?::(?<tag>[^@]*))?(?:@.*)?",
          Pattern.DOTALL);

  /**
   * An image as a setting names it.
   *
   * @throws IllegalArgumentException when no image has such a name
   */
  static ImageReference parse(String text) {
    if (!SETTING.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is no image; [registry/]path[:tag] is expected, the path in lower case"
              .formatted(text));
    }
    return split(text);
  }

  /**
   * An image in OpenWhisk's parts. Whoever writes a manifest is free in what he puts where: the
   * registry may stand before the prefix, and the prefix before the name.
   */
  public static ImageReference of(
      Optional<String> registry, Optional<String> prefix, String name, Optional<String> tag) {
    String path = prefix.filter(p -> !p.isEmpty()).map(p -> p + "/").orElse("") + name;
    String host = registry.orElse("").replaceFirst("/+$", "");
    ImageReference split = split(path);
    return new ImageReference(
        host.isEmpty() ? split.registry : Optional.of(host.toLowerCase(Locale.ROOT)),
        host.isEmpty() ? split.path : path.split("[:@]", 2)[0],
        tag.filter(t -> !t.isEmpty()).map(t -> t.split("@", 2)[0]).or(() -> split.tag));
  }

  private static ImageReference split(String text) {
    Matcher parts = PARTS.matcher(text);
    return parts.matches()
        ? new ImageReference(
            Optional.ofNullable(parts.group("registry")).map(r -> r.toLowerCase(Locale.ROOT)),
            parts.group("path"),
            Optional.ofNullable(parts.group("tag")))
        : new ImageReference(Optional.empty(), text, Optional.empty());
  }

  /**
   * Whether the image is this one. Where this names no registry, any will do, and any tag where it
   * names none; {@code latest} is also the tag of an image without one.
   */
  boolean covers(ImageReference image) {
    boolean name = registry.isEmpty() ? path.equals(image.path) : whole().equals(image.whole());
    return name && tag.map(t -> t.equals(image.tag.orElse(LATEST))).orElse(true);
  }

  private String whole() {
    return registry.map(r -> r + "/").orElse("") + path;
  }

  /** {@code [registry/]path[:tag]}. */
  @Override
  public String toString() {
    return whole() + tag.map(t -> ":" + t).orElse("");
  }
}
