// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.wasmwhisk.standalone.Standalone;
import io.wasmwhisk.standalone.StandaloneSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Callers that ask for too much, or send it too slowly. */
class RobustnessTest {
  private static final StandaloneSettings SETTINGS =
      StandaloneSettings.DEFAULTS
          .with("whisk.container-pool.user-memory", "512 m")
          .with("whisk.config.limits-actions-invokes-concurrent", 100)
          .with("wasmwhisk.standalone.body-timeout", "300 ms");

  private static final String ACTIONS = "/api/v1/namespaces/_/actions/";
  private static final String AUTHORIZATION = "Authorization: " + Replay.basic(Replay.GUEST);
  private static final int NESTING = 200;

  private final HttpClient client = HttpClient.newHttpClient();
  private MirrorServer server = MirrorServer.start(SETTINGS);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void bodiesAreReadToTheNestingLimitAndNotOneDeeper() {
    create("act", "");
    String taken = "{\"raw\":\"{}\",\"a\":" + nested(NESTING - 1) + "}";
    assertThat(invoke("act", taken).statusCode()).isEqualTo(200);
    String refused = "{\"a\":" + nested(NESTING) + "}";
    String message =
        "\"error\":\"The request content was malformed:\\nJSON input nested too deeply:JSON input"
            + " was nested more deeply than the configured limit of maxNesting = 200\"";
    assertThat(invoke("act", refused).statusCode()).isEqualTo(400);
    assertThat(invoke("act", refused).body()).contains(message);
    assertThat(send("PUT", ACTIONS + "other", refused).body()).contains(message);
  }

  @Test
  void resultsThatAreNestedTooDeeplyToBePrintedAreTheDevelopersError() {
    create("act", "");
    HttpResponse<String> kept = invoke("act", raw(nested(NESTING)));
    assertThat(kept.body()).isEqualTo(nested(NESTING));
    HttpResponse<String> refused = invoke("act", raw(nested(NESTING + 1)));
    assertThat(refused.statusCode()).isEqualTo(502);
    assertThat(refused.body())
        .isEqualTo(
            "{\"error\":\"The action produced a response with more than 200 arrays and objects"
                + " within each other.\"}");
  }

  @Test
  void asManyInvocationsAtOnceAsAllowedAndNotOneMore() {
    server.close();
    server = MirrorServer.start(SETTINGS.with("whisk.config.limits-actions-invokes-concurrent", 1));
    create("act", "");
    CompletableFuture<?> release = new CompletableFuture<>();
    MirrorContainerFactoryProvider$.holdNextRunUntil(release);
    assertThat(send("POST", ACTIONS + "act", "{}").statusCode()).isEqualTo(202);
    HttpResponse<String> refused = invoke("act", "{}");
    release.complete(null);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body())
        .contains("\"error\":\"Too many concurrent requests in flight (count: 1, allowed: 1).\"");
  }

  @Test
  void manyCallersAtOnceShareFewContainers() {
    create("single", "");
    create("many", ", \"limits\": {\"concurrency\": 10}");
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      String path = ACTIONS + (i % 3 == 0 ? "single" : "many") + "?blocking=true&result=true";
      HttpRequest request = request("POST", path, "{\"n\":" + i + "}");
      answers.add(client.sendAsync(request, BodyHandlers.ofString()));
    }
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i).join().body()).isEqualTo("{\"params\":{\"n\":" + i + "}}");
    }
  }

  @Test
  void aBodyThatComesTooSlowlyIsNotWaitedFor() throws IOException {
    String answer = sendRaw("PUT", "Content-Length: 1000", "{\"exec\":");
    assertThat(answer).startsWith("HTTP/1.1 408 ");
  }

  @Test
  void aBodyThatIsTooLongIsNotRead() throws IOException {
    String answer = sendRaw("PUT", "Content-Length: 52428801", "{\"exec\":");
    assertThat(answer)
        .startsWith("HTTP/1.1 413 ")
        .contains("\"error\":\"Request larger than allowed: 52428801 > 52428800 bytes.\"");
  }

  @Test
  void theApiKeyIsNeverLogged() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level usual = root.getLevel();
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    root.addAppender(logged);
    root.setLevel(Level.DEBUG);
    try {
      create("act", ", \"annotations\": [{\"key\": \"provide-api-key\", \"value\": true}]");
      invoke("act", "{}");
      invoke("act", "{\"oom\":1}");
      invoke("act", raw("no json"));
      server.close();
    } finally {
      root.setLevel(usual);
      root.detachAppender(logged);
    }
    String secret = Replay.GUEST.substring(Replay.GUEST.indexOf(':') + 1);
    assertThat(List.copyOf(logged.list))
        .isNotEmpty()
        .noneMatch(event -> event.getFormattedMessage().contains(secret));
  }

  @Test
  void twoServersCannotShareAPort() {
    StandaloneSettings same = StandaloneSettings.DEFAULTS.withPort(server.port());
    assertThatThrownBy(() -> Standalone.start(same).close())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the server cannot listen");
  }

  @Test
  void aProviderThatIsMissingIsNamed() {
    StandaloneSettings settings =
        StandaloneSettings.DEFAULTS
            .withPort(0)
            .with("whisk.spi.ContainerFactoryProvider", "no.such.Provider");
    assertThatThrownBy(() -> Standalone.start(settings).close())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "whisk.spi.ContainerFactoryProvider = no.such.Provider cannot be loaded:"
                + " java.lang.ClassNotFoundException: no.such.Provider$");
  }

  private void create(String name, String more) {
    String body = "{\"exec\": {\"kind\": \"wasm\", \"code\": \"\"}" + more + "}";
    assertThat(send("PUT", ACTIONS + name, body).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> invoke(String name, String arguments) {
    return send("POST", ACTIONS + name + "?blocking=true&result=true", arguments);
  }

  private HttpResponse<String> send(String method, String path, String body) {
    return client.sendAsync(request(method, path, body), BodyHandlers.ofString()).join();
  }

  private HttpRequest request(String method, String path, String body) {
    return HttpRequest.newBuilder(URI.create(server.url() + path))
        .header("Authorization", Replay.basic(Replay.GUEST))
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body))
        .build();
  }

  /** The head and the beginning of a body, no more; then what the server answers. */
  private String sendRaw(String method, String length, String body) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port());
        OutputStream out = socket.getOutputStream()) {
      List<String> head =
          List.of(
              method + " " + ACTIONS + "act HTTP/1.1",
              "Host: localhost",
              "Connection: close",
              AUTHORIZATION,
              "Content-Type: application/json",
              length);
      out.write((String.join("\r\n", head) + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  private static String raw(String result) {
    return "{\"raw\":\"" + result + "\"}";
  }
}
