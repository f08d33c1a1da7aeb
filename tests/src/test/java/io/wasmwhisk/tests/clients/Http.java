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
import java.time.Instant;
import java.util.Base64;

/** OpenWhisk's REST API by java.net.http, with the guest key. */
final class Http implements AutoCloseable {
  private static final Duration MOST_TIME = Duration.ofSeconds(90);
  private static final Duration RECORD_TIME = Duration.ofSeconds(20);
  private static final JsonMapper JSON = new JsonMapper();

  private final URI host;
  private final HttpClient client = HttpClient.newHttpClient();

  Http(URI host) {
    this.host = host;
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send("GET", path, "");
  }

  Answer post(String path, String body) throws IOException, InterruptedException {
    return send("POST", path, body);
  }

  Answer put(String path, String body) throws IOException, InterruptedException {
    return send("PUT", path, body);
  }

  Answer delete(String path) throws IOException, InterruptedException {
    return send("DELETE", path, "");
  }

  /** The record of an activation, which is there some moments after a blocking call's answer. */
  JsonNode record(String activationId) throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(RECORD_TIME);
    Answer answer = get("activations/" + activationId);
    while (answer.status() == 404 && Instant.now().isBefore(deadline)) {
      answer = get("activations/" + activationId);
    }
    return answer.json();
  }

  private Answer send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(host.resolve("/api/v1/namespaces/_/" + path))
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(LocalServer.KEY.getBytes(UTF_8)))
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
  record Answer(int status, String body) {
    JsonNode json() throws IOException {
      return JSON.readTree(body);
    }
  }
}
