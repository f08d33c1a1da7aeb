// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.wasmwhisk.engine.http.Destination;
import io.wasmwhisk.engine.http.HttpError;
import io.wasmwhisk.engine.http.HttpException;
import io.wasmwhisk.engine.http.HttpLimits;
import io.wasmwhisk.engine.http.HttpPolicy;
import io.wasmwhisk.engine.limits.memory.MemoryAccount;
import io.wasmwhisk.engine.limits.memory.MemoryBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server, the names that lead to it, and sessions that call it, for one test. */
final class Sessions implements AfterEachCallback {
  static final HttpLimits LIMITS = HttpLimits.DEFAULTS;
  static final long PLENTY = 1 << 20;
  static final byte[] NOTHING = {};

  /** Names of these tests; everything else is what a literal says. */
  private static final Map<String, List<String>> NAMES =
      Map.of(
          "service.test", List.of("127.0.0.1"),
          "inside.test", List.of("10.0.0.1"),
          "metadata.test", List.of("169.254.169.254"),
          "mixed.test", List.of("10.0.0.1", "127.0.0.1"));

  private final MemoryAccount account = new MemoryBudget(1L << 30).open("owner", 1L << 30);
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<HttpTransport> transports = new ArrayList<>();
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private final LocalServer server;

  Sessions() {
    try {
      server = LocalServer.start(this::serve);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    server.close();
    transports.forEach(HttpTransport::close);
  }

  /** The requests that came in, each as text. */
  List<String> seen() {
    return seen;
  }

  /** Names that were asked for. */
  List<String> asked() {
    return asked;
  }

  String url(String host, String path) {
    return server.url(host, path);
  }

  int port() {
    return server.port();
  }

  void closeServer() {
    server.close();
  }

  HttpSession open(HttpLimits limits, String... rules) {
    return open(LocalServer.policy(limits, rules), this::resolve);
  }

  HttpSession open(HttpPolicy policy, Resolver resolver) {
    return open(new HttpAccess(transport(100, resolver), "owner", policy));
  }

  HttpSession open(HttpAccess access) {
    return new HttpSession(access, account, Turn.Wait::await);
  }

  /** One that ends with the test. */
  HttpTransport transport(int concurrent, Resolver resolver) {
    HttpTransport transport =
        new HttpTransport(concurrent, resolver, (SSLSocketFactory) SSLSocketFactory.getDefault());
    transports.add(transport);
    return transport;
  }

  static Request get(String url, Header... headers) throws HttpException {
    return new Request("GET", Destination.parse(url), List.of(headers), NOTHING);
  }

  static Request post(String url, String body, Header... headers) throws HttpException {
    return new Request("POST", Destination.parse(url), List.of(headers), body.getBytes(UTF_8));
  }

  static void assertRefused(HttpSession session, Request request, HttpError error) {
    assertThatThrownBy(() -> session.send(request, PLENTY))
        .isInstanceOfSatisfying(HttpException.class, e -> assertThat(e.error()).isEqualTo(error));
  }

  InetAddress[] resolve(String host) throws UnknownHostException {
    asked.add(host);
    List<String> literals = NAMES.getOrDefault(host, List.of(host));
    InetAddress[] addresses = new InetAddress[literals.size()];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] = InetAddress.getByName(literals.get(i));
    }
    return addresses;
  }

  /** Paths say what is answered: {@code /bytes/10}, {@code /to/STATUS?URL}, {@code /loop/N}. */
  private void serve(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    var headers = exchange.getRequestHeaders();
    seen.add(
        "%s %s host=%s auth=%s x=%s length=%s body=%s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                headers.getFirst("Host"),
                headers.getFirst("Authorization"),
                headers.getFirst("X-Own"),
                headers.getFirst("Content-Length"),
                new String(body, UTF_8)));
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    switch (path[1]) {
      case "bytes" -> LocalServer.answer(exchange, 200, new byte[Integer.parseInt(path[2])]);
      case "chunks" -> {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(new byte[Integer.parseInt(path[2])]);
        exchange.close();
      }
      case "to" -> {
        exchange.getResponseHeaders().add("Location", exchange.getRequestURI().getQuery());
        LocalServer.answer(exchange, Integer.parseInt(path[2]), "moved".getBytes(UTF_8));
      }
      case "loop" -> {
        int left = Integer.parseInt(path[2]);
        if (left > 0) {
          exchange.getResponseHeaders().add("Location", "/loop/" + (left - 1));
        }
        LocalServer.answer(exchange, left > 0 ? 302 : 200, "end".getBytes(UTF_8));
      }
      default -> {
        exchange.getResponseHeaders().add("X-Answer", "yes");
        LocalServer.answer(exchange, 201, ("hello " + path[1]).getBytes(UTF_8));
      }
    }
  }
}
