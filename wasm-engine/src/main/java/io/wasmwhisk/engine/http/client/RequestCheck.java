// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.client;

import io.wasmwhisk.engine.http.HttpError;
import io.wasmwhisk.engine.http.HttpException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Refuses what would not be one well-formed request of the guest's own. */
final class RequestCheck {
  private static final int MOST_NAME = 256;
  private static final int MOST_METHOD = 32;

  /** A token (RFC 9110, 5.6.2). */
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /** Visible ASCII, blank and tab: no line end, so no header of a header's making. */
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7E]*");

  /** A tunnel, and echoes of credentials (Fetch, "forbidden method"). */
  private static final Set<String> FORBIDDEN_METHODS = Set.of("CONNECT", "TRACE", "TRACK");

  /** What frames the message, or belongs to the connection (RFC 9110, 7.6.1). */
  private static final Set<String> FORBIDDEN_HEADERS =
      Set.of(
          "connection",
          "expect",
          "host",
          "keep-alive",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private RequestCheck() {}

  static void check(Request request) throws HttpException {
    String method = request.method();
    if (method.length() > MOST_METHOD
        || !TOKEN.matcher(method).matches()
        || FORBIDDEN_METHODS.contains(method.toUpperCase(Locale.ROOT))) {
      throw new HttpException(HttpError.INVALID_METHOD);
    }
    for (Header header : request.headers()) {
      check(header, request.body().length);
    }
  }

  private static void check(Header header, int bodyLength) throws HttpException {
    String name = header.name();
    boolean wrongLength =
        name.equals("content-length") && !header.value().equals(Integer.toString(bodyLength));
    if (name.length() > MOST_NAME
        || !TOKEN.matcher(name).matches()
        || !VALUE.matcher(header.value()).matches()
        || FORBIDDEN_HEADERS.contains(name)
        || wrongLength) {
      throw new HttpException(HttpError.INVALID_ENCODING);
    }
  }
}
