// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;

/** JSON by HTTP with one server, in the name of one user. */
public final class Rest implements AutoCloseable {
  private static final Duration MOST_TIME = Duration.ofSeconds(90);
  private static final JsonMapper JSON = new JsonMapper();

  private final URI root;
  private final String authorization;
  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * Sends nothing yet.
   *
   * @param root from which paths are taken
   * @param user name and password, with a colon between them
   */
  public Rest(URI root, String user) {
    this.root = root;
    authorization = "Basic " + Base64.getEncoder().encodeToString(user.getBytes(UTF_8));
  }

  /** The same with a server on loopback, of which paths name all but the port. */
  public static Rest on(int port, String user) {
    return new Rest(URI.create("http://127.0.0.1:" + port), user);
  }

  /** Asks. */
  public Answer get(String path) throws IOException, InterruptedException {
    return send("GET", path, "");
  }

  /** Has something done. */
  public Answer post(String path, String body) throws IOException, InterruptedException {
    return send("POST", path, body);
  }

  /** Puts, if the server takes it. */
  public Answer put(String path, String body) throws IOException, InterruptedException {
    return send("PUT", path, body);
  }

  /** Puts what was not there, or fails. */
  public void create(String path, String body) throws IOException, InterruptedException {
    Answer answer = put(path, body);
    if (answer.status() / 100 != 2) {
      throw new AssertionError("PUT %s: %s".formatted(path, answer));
    }
  }

  private Answer send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve(path))
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .timeout(MOST_TIME)
            .method(method, BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.body());
  }

  @Override
  public void close() {
    client.close();
  }

  /**
   * What the server answered.
   *
   * @param status the HTTP status
   * @param body the body
   */
  public record Answer(int status, String body) {
    /** The body as JSON. */
    public JsonNode json() throws IOException {
      return JSON.readTree(body);
    }
  }
}
