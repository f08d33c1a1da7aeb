// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes, taken from a URL.
 *
 * @param scheme {@code http} or {@code https}
 * @param host a name or an address in lower case, IPv6 in brackets, without a final dot
 * @param port 1 to 65,535
 * @param target path and query as they are sent
 */
public record Destination(String scheme, String host, int port, String target) {
  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final int MOST_CHARACTERS = 8_192;
  private static final int MOST_PORT = 65_535;

  /** What browsers send percent-encoded though RFC 3986 does not know it. */
  private static final String LENIENT = "\"<>[]\\^`{|}";

  /**
   * Reads an absolute URL. A user and password in it are refused, as browsers refuse them.
   *
   * @throws HttpException {@link HttpError#INVALID_URL}
   */
  public static Destination parse(String url) throws HttpException {
    return of(uri(url));
  }

  /** Where a redirect leads: {@code location} may be relative to this. */
  public Destination resolve(String location) throws HttpException {
    return of(uri(origin() + target).resolve(uri(location)));
  }

  private static URI uri(String text) throws HttpException {
    if (text.length() > MOST_CHARACTERS) {
      throw new HttpException(HttpError.INVALID_URL);
    }
    try {
      return new URI(new URI(encoded(text)).toASCIIString());
    } catch (URISyntaxException e) {
      throw new HttpException(HttpError.INVALID_URL);
    }
  }

  /** Only what follows the authority may hold such characters. */
  private static String encoded(String text) {
    int start = text.indexOf("://");
    int slash = text.indexOf('/', start < 0 ? 0 : start + 3);
    int query = text.indexOf('?');
    int path = slash < 0 || (query >= 0 && query < slash) ? query : slash;
    if (path < 0) {
      return text;
    }
    StringBuilder encoded = new StringBuilder(text.substring(0, path));
    for (int i = path; i < text.length(); i++) {
      char c = text.charAt(i);
      encoded.append(LENIENT.indexOf(c) < 0 ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return encoded.toString();
  }

  private static Destination of(URI uri) throws HttpException {
    String scheme = lower(uri.getScheme());
    String named = lower(uri.getHost());
    String host = named.endsWith(".") ? named.substring(0, named.length() - 1) : named;
    if (!SCHEMES.contains(scheme) || host.isEmpty() || uri.getRawUserInfo() != null) {
      throw new HttpException(HttpError.INVALID_URL);
    }
    int port = uri.getPort() < 0 ? defaultPort(scheme) : uri.getPort();
    if (port < 1 || port > MOST_PORT) {
      throw new HttpException(HttpError.INVALID_URL);
    }
    return new Destination(scheme, host, port, target(uri));
  }

  private static String target(URI uri) {
    String path = uri.getRawPath();
    String query = uri.getRawQuery();
    return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  static int defaultPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  /** Whether the connection is encrypted. */
  public boolean secure() {
    return scheme.equals("https");
  }

  /** The host without brackets, as it is resolved and as certificates name it. */
  public String hostName() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** The value of the header {@code Host} (RFC 9110, 7.2). */
  public String authority() {
    return port == defaultPort(scheme) ? host : host + ":" + port;
  }

  /** Scheme, host and port: what "the same server" means for credentials (Fetch, "origin"). */
  public String origin() {
    return scheme + "://" + authority();
  }

  /** Without path and query: they carry secrets. */
  @Override
  public String toString() {
    return origin();
  }
}
