// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.rest;

import io.wasmwhisk.cli.bench.process.Gauge;
import io.wasmwhisk.cli.rest.ActionName;
import io.wasmwhisk.cli.rest.Reply;
import io.wasmwhisk.cli.rest.ServerAccess;
import java.io.IOException;
import java.net.URI;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Who answers hello over HTTP, called by any number of threads. */
public final class HelloServer {
  private static final String ANSWER = "{\"greeting\":\"Hello, World!\"}";

  private final String name;
  private final boolean peer;
  private final URI host;
  private final byte[] request;
  private final Gauge gauge;
  private final Deque<KeptConnection> idle = new ConcurrentLinkedDeque<>();

  /**
   * A server that has the action.
   *
   * @param name as people read it
   * @param peer whether it is none of ours
   * @param request as it is sent; it is answered with the greeting and nothing else
   * @param gauge of its process; closed by its owner
   */
  HelloServer(String name, boolean peer, URI host, byte[] request, Gauge gauge) {
    this.name = name;
    this.peer = peer;
    this.host = host;
    this.request = request.clone();
    this.gauge = gauge;
  }

  /**
   * An action that an OpenWhisk has, called with the result alone as the answer.
   *
   * @param gauge of the server's process; closed by its owner
   */
  public static HelloServer of(String name, ServerAccess access, ActionName action, Gauge gauge) {
    byte[] request =
        KeptConnection.post(
            access.host(),
            action.path() + "?blocking=true&result=true",
            "Authorization: %s\r\n".formatted(access.basicAuthorization()),
            "{\"name\":\"World\"}");
    return new HelloServer(name, false, access.host(), request, gauge);
  }

  String name() {
    return name;
  }

  boolean isPeer() {
    return peer;
  }

  Gauge gauge() {
    return gauge;
  }

  /**
   * Calls once, over a connection that is kept.
   *
   * @throws IOException when the answer is not the greeting
   */
  void call() throws IOException {
    KeptConnection connection = idle.poll();
    if (connection == null) {
      connection = new KeptConnection(host);
    }
    Reply reply = connection.send(request);
    if (!reply.isOk() || !reply.body().equals(ANSWER)) {
      connection.close();
      throw new IOException(
          "%s: status %d and %s in the place of %s"
              .formatted(name, reply.status(), reply.body(), ANSWER));
    }
    idle.push(connection);
  }

  /** Ends the connections: a server may close one that was idle for some seconds. */
  void disconnect() throws IOException {
    for (KeptConnection each = idle.poll(); each != null; each = idle.poll()) {
      each.close();
    }
  }
}
