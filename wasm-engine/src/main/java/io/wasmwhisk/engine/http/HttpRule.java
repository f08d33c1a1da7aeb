// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of what is allowed: {@code [METHOD[,METHOD…] ][SCHEME://]HOST[:PORT]}, for instance
 * {@code api.example.com}, {@code GET,HEAD https://*.example.com:8443}, {@code http://localhost:*}.
 *
 * @param methods the methods that are meant; none for all
 * @param scheme {@code http} or {@code https}; empty for both
 * @param host which hosts
 * @param port a port, {@value #ANY_PORT} for all, {@value #DEFAULT_PORT} for the scheme's own (80,
 *     443)
 */
public record HttpRule(Set<String> methods, Optional<String> scheme, HostPattern host, int port) {
  /** Every port. */
  public static final int ANY_PORT = -1;

  /** 80 with {@code http}, 443 with {@code https}. */
  public static final int DEFAULT_PORT = 0;

  private static final int MOST_PORT = 65_535;
  private static final List<String> SCHEMES = List.of("http", "https");
  private static final Pattern FORM =
      Pattern.compile(
          "(?:([A-Z]+(?:,[A-Z]+)*) )?(?:(http|https)://)?([^/:\\s\\[\\]]+|\\[[^\\]\\s]*\\])(?::(\\d{1,5}|\\*))?");

  /** Copies the set. */
  public HttpRule {
    methods = Collections.unmodifiableSet(new TreeSet<>(methods));
    if (port < ANY_PORT || port > MOST_PORT) {
      throw new IllegalArgumentException("port " + port + " must be from 1 to " + MOST_PORT);
    }
  }

  /**
   * Reads a rule.
   *
   * @throws IllegalArgumentException when the text is none; the message says what was expected
   */
  public static HttpRule parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is no rule: expected [METHOD[,METHOD...] ][http://|https://]HOST[:PORT]"
              .formatted(text));
    }
    String methods = form.group(1);
    return new HttpRule(
        methods == null ? Set.of() : new TreeSet<>(Arrays.asList(methods.split(",", -1))),
        Optional.ofNullable(form.group(2)),
        HostPattern.parse(form.group(3)),
        port(form.group(4), text));
  }

  private static int port(@Nullable String port, String text) {
    if (port == null) {
      return DEFAULT_PORT;
    }
    if (port.equals("*")) {
      return ANY_PORT;
    }
    int number = Integer.parseInt(port);
    if (number < 1 || number > MOST_PORT) {
      throw new IllegalArgumentException(
          "\"%s\" is no rule: port %d must be from 1 to %d".formatted(text, number, MOST_PORT));
    }
    return number;
  }

  /** Whether a request is meant. */
  boolean allows(String method, Destination destination) {
    return (methods.isEmpty() || methods.contains(method))
        && reaches(destination.scheme(), destination.port())
        && host.matches(destination.host());
  }

  private boolean reaches(String wantedScheme, int wantedPort) {
    return (scheme.isEmpty() || scheme.get().equals(wantedScheme))
        && (port == ANY_PORT
            || wantedPort == (port == DEFAULT_PORT ? Destination.defaultPort(wantedScheme) : port));
  }

  /** Whether everything that this rule means is meant by one of the others. */
  public boolean coveredBy(List<HttpRule> others) {
    return (scheme.isPresent() ? List.of(scheme.get()) : SCHEMES)
        .stream()
            .allMatch(
                each ->
                    (methods.isEmpty() ? Set.of("") : methods)
                        .stream().allMatch(method -> coveredBy(others, each, method)));
  }

  /** The same for one scheme and one method; an empty method stands for all. */
  private boolean coveredBy(List<HttpRule> others, String oneScheme, String oneMethod) {
    return others.stream()
        .anyMatch(
            other ->
                other.host.covers(host)
                    && (other.methods.isEmpty() || other.methods.contains(oneMethod))
                    && (port == ANY_PORT
                        ? other.port == ANY_PORT && other.reaches(oneScheme, MOST_PORT)
                        : other.reaches(oneScheme, concretePort(oneScheme))));
  }

  private int concretePort(String oneScheme) {
    return port == DEFAULT_PORT ? Destination.defaultPort(oneScheme) : port;
  }

  /** The rule as it is written. */
  @Override
  public String toString() {
    return (methods.isEmpty() ? "" : String.join(",", methods) + " ")
        + scheme.map(name -> name.toLowerCase(Locale.ROOT) + "://").orElse("")
        + host.text()
        + (port == DEFAULT_PORT ? "" : ":" + (port == ANY_PORT ? "*" : port));
  }
}
