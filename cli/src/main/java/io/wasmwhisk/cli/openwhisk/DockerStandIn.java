// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.openwhisk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Answers the few calls of Docker's API (its reference, version 1.40) that OpenWhisk's standalone
 * server makes through the docker command when it starts and ends: there is a daemon, and it has
 * neither containers nor images. OpenWhisk ends at start when no daemon answers, even when no
 * container is ever asked for.
 */
final class DockerStandIn implements AutoCloseable {
  private static final String VERSION =
      "{\"Version\":\"0\",\"ApiVersion\":\"1.40\",\"MinAPIVersion\":\"1.12\"}";
  private static final String REFUSAL =
      "{\"message\":\"no Docker daemon runs here: WasmWhisk only stands in for one\"}";

  private final HttpServer server;

  private DockerStandIn(HttpServer server) {
    this.server = server;
  }

  /** Starts one on a free port of the loopback interface. */
  static DockerStandIn start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", DockerStandIn::answer);
    server.start();
    return new DockerStandIn(server);
  }

  /** The value of {@code DOCKER_HOST}. */
  String host() {
    return "tcp://127.0.0.1:" + server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = body(exchange.getRequestMethod(), exchange.getRequestURI().getPath());
      exchange.getResponseHeaders().set("Api-Version", "1.40");
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.sendResponseHeaders(200, -1);
        return;
      }
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(body.equals(REFUSAL) ? 501 : 200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String body(String method, String path) {
    if (!method.equals("GET")) {
      return REFUSAL;
    }
    return switch (path.replaceFirst("^/v[0-9.]+/", "/")) {
      case "/_ping" -> "OK";
      case "/version" -> VERSION;
      case "/info" -> "{}";
      case "/containers/json", "/images/json" -> "[]";
      default -> REFUSAL;
    };
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
