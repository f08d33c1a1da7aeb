// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.wasmwhisk.engine.http.AddressRange;
import io.wasmwhisk.engine.http.HttpLimits;
import io.wasmwhisk.engine.http.HttpPolicy;
import io.wasmwhisk.engine.http.HttpRule;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** A server on the loopback address, and what allows a guest to reach it. */
public final class LocalServer implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  private LocalServer(HttpServer server) {
    this.server = server;
  }

  /** A server whose every path is answered alike. */
  public static LocalServer start(HttpHandler handler) throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    LocalServer server = new LocalServer(http);
    http.setExecutor(server.threads);
    http.createContext("/", handler);
    http.start();
    return server;
  }

  /** A whole answer. */
  public static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** {@code http://HOST:PORT} with a path. */
  public String url(String host, String path) {
    return "http://" + host + ":" + port() + path;
  }

  /** A policy that allows loopback addresses. */
  public static HttpPolicy policy(HttpLimits limits, String... rules) {
    return new HttpPolicy(
        List.of(Stream.of(rules).map(HttpRule::parse).toList()),
        List.of(AddressRange.parse("127.0.0.0/8")),
        limits,
        Optional.empty());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
