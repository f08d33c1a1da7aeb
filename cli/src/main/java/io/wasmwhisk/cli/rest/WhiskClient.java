// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.rest;

import io.wasmwhisk.cli.json.JsonMembers;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Calls one OpenWhisk. */
public final class WhiskClient implements AutoCloseable {
  private static final Duration CONNECT_TIME = Duration.ofSeconds(10);

  /** OpenWhisk answers a blocking call after 60 s at the latest; a slow upload comes on top. */
  private static final Duration ANSWER_TIME = Duration.ofMinutes(5);

  private static final Duration POLL_TIME = Duration.ofMillis(20);

  private final ServerAccess access;
  private final HttpClient http;

  /** A client for the server and key of {@code access}. */
  public WhiskClient(ServerAccess access) {
    this.access = access;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIME)
            .build();
  }

  /**
   * Creates an action, or replaces it.
   *
   * @throws IOException when the server does not answer
   */
  public Reply putAction(ActionName name, ActionDocument document, boolean overwrite)
      throws IOException {
    return send(request(name.path() + "?overwrite=" + overwrite, "PUT", document.json()));
  }

  /**
   * Invokes an action; a blocking call is answered with the activation record.
   *
   * @throws IOException when the server does not answer
   */
  public Reply invoke(ActionName name, JsonMembers parameters, boolean blocking)
      throws IOException {
    return send(request(name.path() + "?blocking=" + blocking, "POST", parameters.toString()));
  }

  /**
   * Removes an action.
   *
   * @throws IOException when the server does not answer
   */
  public Reply deleteAction(ActionName name) throws IOException {
    return send(request(name.path(), "DELETE", ""));
  }

  /**
   * The record of an activation in the key's namespace; status 404 as long as there is none.
   *
   * @throws IOException when the server does not answer
   */
  public Reply record(String activationId) throws IOException {
    return send(request("/api/v1/namespaces/_/activations/" + activationId, "GET", ""));
  }

  /**
   * The record of an activation, which is there some moments after the activation ended; empty when
   * it did not come in time.
   *
   * @throws IOException when the server does not answer
   */
  public Optional<JsonMembers> awaitRecord(String activationId, Duration patience)
      throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    Reply reply = record(activationId);
    while (!reply.isOk() && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(POLL_TIME.toNanos());
      reply = record(activationId);
    }
    return reply.isOk() ? Optional.of(reply.members()) : Optional.empty();
  }

  /**
   * The kinds of the server's runtimes, family by family, in the order in which it lists them.
   *
   * @throws IOException when the server does not answer
   */
  public List<String> kinds() throws IOException {
    JsonMembers runtimes =
        send(request("/", "GET", "")).members().object("runtimes").orElseGet(JsonMembers::new);
    return runtimes.names().stream()
        .flatMap(family -> runtimes.objects(family).stream())
        .flatMap(runtime -> runtime.string("kind").stream())
        .toList();
  }

  private HttpRequest request(String path, String method, String body) {
    return HttpRequest.newBuilder(access.host().resolve(path))
        .header("Authorization", access.basicAuthorization())
        .header("Content-Type", "application/json")
        .timeout(ANSWER_TIME)
        .method(method, BodyPublishers.ofString(body))
        .build();
  }

  private Reply send(HttpRequest request) throws IOException {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
