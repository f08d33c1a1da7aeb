// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which hosts a rule means: one name or address ({@code api.example.com}, {@code 10.0.0.1}, {@code
 * [::1]}), every name below one ({@code *.example.com}, which is not {@code example.com} itself),
 * or all ({@code *}).
 *
 * @param text the pattern in lower case
 */
public record HostPattern(String text) {
  private static final int MOST_CHARACTERS = 255;
  private static final Pattern NAME =
      Pattern.compile(
          "(\\*\\.)?[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*");
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+\\]");
  private static final String ANY = "*";
  private static final String BELOW = "*.";

  /** Refuses what is no pattern. */
  public HostPattern {
    if (text.length() > MOST_CHARACTERS
        || !(text.equals(ANY) || NAME.matcher(text).matches() || IPV6.matcher(text).matches())) {
      throw new IllegalArgumentException(
          "\"%s\" is no host: expected a name, *.name, an address, an IPv6 address in brackets, or *"
              .formatted(text));
    }
  }

  static HostPattern parse(String text) {
    return new HostPattern(text.toLowerCase(Locale.ROOT));
  }

  /** Whether a host is meant, as {@link Destination#host} writes it. */
  boolean matches(String host) {
    return text.equals(ANY)
        || text.equals(host)
        || (text.startsWith(BELOW)
            && host.length() >= text.length()
            && host.endsWith(text.substring(1)));
  }

  /** Whether every host that the other means is meant here too. */
  boolean covers(HostPattern other) {
    return text.equals(ANY) || text.equals(other.text) || (!other.all() && matches(other.text));
  }

  private boolean all() {
    return text.equals(ANY);
  }
}
