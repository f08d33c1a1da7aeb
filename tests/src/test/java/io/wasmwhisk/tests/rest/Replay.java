// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.rest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * Makes the recorded calls against a server, and reads its answers with the replacements of the
 * recording.
 */
final class Replay {
  static final String GUEST =
      "23bc46b1-71f6-4ed5-8c54-816aa4f8c502:"
          + "123zO3xZCLrMN6v2BKK1dXYFpXlPkccOFqm12CdAsMgRU4VrNZ9lyGVCGuMDGIwP";
  private static final String ID_HEADER = "x-openwhisk-activation-id";
  private static final String UNKNOWN_ID = "0123456789abcdef0123456789abcdef";
  private static final int POLLS = 10_000;

  /** Headers that every answer has, and that the recording left out. */
  private static final Set<String> NOT_RECORDED =
      Set.of("date", "server", "content-length", "x-request-id");

  private static final Map<Pattern, String> REPLACEMENTS = replacements();

  private final URI server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, String> activationIds = new HashMap<>();
  private final Map<String, CompletableFuture<?>> holds = new HashMap<>();

  Replay(URI server) {
    this.server = server;
  }

  /**
   * Makes a call. Recorded were one caller's calls, one after the other, to a pool whose containers
   * were idle again between them, with two exceptions that are arranged here: an activation that
   * still ran during the next call, and one that outlasted its caller.
   */
  Recording.Response make(Recording call) {
    switch (call.name()) {
      case "invoke non-blocking", "blocking outlasts wait" -> hold(call.name());
      case "activation of outlasted" -> release("blocking outlasts wait");
      default -> {}
    }
    HttpResponse<byte[]> answer = send(request(call));
    answer.headers().firstValue(ID_HEADER).ifPresent(id -> activated(call.name(), id));
    if (call.name().equals("invoke no body")) {
      release("invoke non-blocking");
    }
    return new Recording.Response(
        answer.statusCode(),
        headers(answer),
        replaced(new String(answer.body(), StandardCharsets.UTF_8)));
  }

  private void hold(String name) {
    CompletableFuture<?> hold = new CompletableFuture<>();
    holds.put(name, hold);
    MirrorContainerFactoryProvider$.holdNextRunUntil(hold);
  }

  private void release(String name) {
    CompletableFuture<?> hold = holds.remove(name);
    if (hold != null) {
      hold.complete(null);
      awaitRecord(activationIds.getOrDefault(name, UNKNOWN_ID));
    }
  }

  private void activated(String name, String id) {
    activationIds.put(name, id);
    if (!holds.containsKey(name)) {
      awaitRecord(id);
    }
  }

  /** A record is there once the activation has left its container. */
  private void awaitRecord(String id) {
    HttpRequest get = authenticated("/api/v1/namespaces/_/activations/" + id).GET().build();
    for (int i = 0; i < POLLS; i++) {
      if (send(get).statusCode() == 200) {
        return;
      }
    }
    throw new AssertionError("activation " + id + " is not recorded");
  }

  private HttpRequest request(Recording call) {
    String path = call.path().replace("<id32>", recordedId(call.name()));
    HttpRequest.Builder request = call.authenticated() ? authenticated(path) : plain(path);
    switch (call.name()) {
      // Their Authorization was not recorded.
      case "bad auth" -> request.header("Authorization", basic(GUEST.replace("123zO3", "999zO3")));
      case "malformed auth" -> request.header("Authorization", basic("a:b"));
      default -> {}
    }
    call.headers().forEach(request::header);
    if (call.body().isPresent() && !call.headers().containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    BodyPublisher body =
        call.body().map(BodyPublishers::ofByteArray).orElse(BodyPublishers.noBody());
    return request.method(call.method(), body).build();
  }

  private String recordedId(String name) {
    String invocation =
        switch (name) {
          case "activation get", "activation result", "activation logs" -> "invoke blocking";
          case "activation of outlasted" -> "blocking outlasts wait";
          default -> "";
        };
    return activationIds.getOrDefault(invocation, UNKNOWN_ID);
  }

  private HttpRequest.Builder authenticated(String path) {
    return plain(path).header("Authorization", basic(GUEST));
  }

  private HttpRequest.Builder plain(String path) {
    return HttpRequest.newBuilder(URI.create(server + path));
  }

  static String basic(String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (IOException failure) {
      throw new AssertionError(request + " failed", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }

  private static Map<String, String> headers(HttpResponse<?> answer) {
    Map<String, String> headers = new HashMap<>();
    answer
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name, replaced(String.join(",", values))));
    headers.keySet().removeAll(NOT_RECORDED);
    return headers;
  }

  private static String replaced(String text) {
    String replaced = text;
    for (var replacement : REPLACEMENTS.entrySet()) {
      replaced = replacement.getKey().matcher(replaced).replaceAll(replacement.getValue());
    }
    return replaced;
  }

  private static Map<Pattern, String> replacements() {
    Map<Pattern, String> all = new HashMap<>();
    all.put(Pattern.compile("\"code\":\"\\w{32}\""), "\"code\":\"<transid>\"");
    all.put(Pattern.compile("\\b[0-9a-f]{32}\\b"), "<id32>");
    all.put(Pattern.compile("\"(start|end|updated)\":\\d{13}"), "\"$1\":<ms>");
    all.put(Pattern.compile("\"(duration|size)\":\\d+"), "\"$1\":\"<n>\"");
    all.put(
        Pattern.compile("\"key\":\"(waitTime|initTime)\",\"value\":\\d+"),
        "\"key\":\"$1\",\"value\":\"<n>\"");
    all.put(Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z +"), "<time> ");
    return all;
  }
}
