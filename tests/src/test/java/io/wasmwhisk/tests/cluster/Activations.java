// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wasmwhisk.tests.clients.Rest.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The guest's actions in a cluster, and what became of their activations. */
final class Activations {
  private static final String ROOT = "/api/v1/namespaces/_/";

  /** What the balancer prints of each activation (CommonLoadBalancer). */
  private static final Pattern POSTED =
      Pattern.compile("posting topic 'invoker([0-9]+)' with activation id '([0-9a-f]{32})'");

  private final Cluster cluster;

  Activations(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Puts an action of kind wasm. */
  void putWasm(String name, Path module, int mebibytes) throws IOException, InterruptedException {
    String code = Base64.getEncoder().encodeToString(Files.readAllBytes(module));
    put("actions/" + name, exec("wasm", code, mebibytes));
  }

  /** Puts an action of the default kind of family nodejs. */
  void putJavaScript(String name, String code) throws IOException, InterruptedException {
    put("actions/" + name, exec("nodejs:default", code, 128));
  }

  private static String exec(String kind, String code, int mebibytes) {
    return "{\"exec\":{\"kind\":\"%s\",\"code\":\"%s\"},\"limits\":{\"memory\":%d}}"
        .formatted(kind, code, mebibytes);
  }

  void put(String path, String document) throws IOException, InterruptedException {
    cluster.api().create(ROOT + path, document);
  }

  /** A blocking call's record. */
  JsonNode invoke(String action, String parameters) throws IOException, InterruptedException {
    Answer answer = cluster.api().post(ROOT + "actions/" + action + "?blocking=true", parameters);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  /** The id of what was accepted: an action's activation or a trigger's. */
  String accept(String path, String parameters) throws IOException, InterruptedException {
    Answer answer = cluster.api().post(ROOT + path, parameters);
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    return answer.json().get("activationId").asText();
  }

  /** The record, where there is one yet. */
  Optional<JsonNode> record(String id) throws IOException, InterruptedException {
    Answer answer = cluster.api().get(ROOT + "activations/" + id);
    return answer.status() == 200 ? Optional.of(answer.json()) : Optional.empty();
  }

  /** The record, which is in the store some moments after the answer to a blocking call. */
  JsonNode awaitRecord(String id) throws IOException, InterruptedException {
    Patience.await("activation " + id + " has a record", () -> record(id).isPresent());
    return record(id).orElseThrow();
  }

  /** Waits for the record, and fails where it says that the activation did. */
  void requireSuccess(String id) throws IOException, InterruptedException {
    assertThat(awaitRecord(id).at("/response/status").asText()).as(id).isEqualTo("success");
  }

  /** The numbers of the invokers to which the controller has sent activations, by their ids. */
  Map<String, Integer> homes() throws IOException {
    Map<String, Integer> homes = new TreeMap<>();
    Matcher posted = POSTED.matcher(cluster.controllerPrinted());
    while (posted.find()) {
      homes.put(posted.group(2), Integer.valueOf(posted.group(1)));
    }
    return homes;
  }
}
