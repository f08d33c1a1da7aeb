// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.client;

import io.wasmwhisk.engine.http.Destination;
import io.wasmwhisk.engine.http.HttpException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What becomes of a request when the server sends it elsewhere (Fetch, "HTTP-redirect fetch"). */
final class Redirect {
  private static final int MOVED_PERMANENTLY = 301;
  private static final int FOUND = 302;
  private static final int SEE_OTHER = 303;
  private static final Set<Integer> STATUSES =
      Set.of(MOVED_PERMANENTLY, FOUND, SEE_OTHER, 307, 308);

  /** What a server must not learn that another one was meant to. */
  private static final Set<String> CREDENTIALS =
      Set.of("authorization", "cookie", "cookie2", "www-authenticate");

  /** What describes a body (Fetch, "request-body-header name"). */
  private static final Set<String> ABOUT_BODY =
      Set.of(
          "content-encoding",
          "content-language",
          "content-length",
          "content-location",
          "content-type");

  private Redirect() {}

  /** The next request; empty when the response is the answer. */
  static Optional<Request> next(Request request, Response response) throws HttpException {
    Optional<String> location = response.header("location");
    if (!STATUSES.contains(response.status()) || location.isEmpty()) {
      return Optional.empty();
    }
    Destination destination = request.destination().resolve(location.get());
    Request next = becomesGet(request.method(), response.status()) ? asGet(request) : request;
    List<Header> headers =
        destination.origin().equals(request.destination().origin())
            ? next.headers()
            : without(next.headers(), CREDENTIALS);
    return Optional.of(new Request(next.method(), destination, headers, next.body()));
  }

  private static boolean becomesGet(String method, int status) {
    return switch (status) {
      case MOVED_PERMANENTLY, FOUND -> method.equals("POST");
      case SEE_OTHER -> !method.equals("GET") && !method.equals("HEAD");
      default -> false;
    };
  }

  private static Request asGet(Request request) {
    return new Request(
        "GET", request.destination(), without(request.headers(), ABOUT_BODY), new byte[0]);
  }

  private static List<Header> without(List<Header> headers, Set<String> names) {
    return headers.stream().filter(header -> !names.contains(header.name())).toList();
  }
}
