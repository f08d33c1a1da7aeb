// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wasmwhisk.tests.cli.Repository;
import io.wasmwhisk.tests.clients.Rest.Answer;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An action's life by plain HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // started before the first test
class HttpClientTest {
  private static final Duration RECORD_TIME = Duration.ofSeconds(20);

  private LocalServer server;
  private Rest http;

  @BeforeAll
  void start() throws Exception {
    server = LocalServer.start();
    http = new Rest(server.host().resolve("/api/v1/namespaces/_/"), LocalServer.KEY);
  }

  @AfterAll
  void stop() throws Exception {
    http.close();
    // 128 + SIGTERM: the JVM's code after its shutdown hooks ran.
    assertThat(server.stop()).isEqualTo(143);
  }

  @Test
  void theStartReportTellsHowToCall() {
    assertThat(server.report())
        .contains("engine   graalwasm, guest code is compiled (GraalVM CE), Java ")
        .contains("key      " + LocalServer.KEY)
        .contains("kinds    nodejs:quickjs, wasm, wasm:0.1, wasm:js\n")
        .contains(
            "samples  hello, add, hash, sleep, echo-env,"
                + " hello-assemblyscript, hello-rust, add-rust, hash-rust, sleep-rust, echo-env-rust\n")
        .contains("./wasmwhisk invoke hello -r -p name World --apihost " + server.host())
        .contains("wsk --apihost " + server.host() + " --auth " + LocalServer.KEY)
        .contains(
            "'" + server.host() + "/api/v1/namespaces/_/actions/hello?blocking=true&result=true'");
  }

  @Test
  void theSampleGreets() throws Exception {
    Answer answer = http.post("actions/hello?blocking=true&result=true", "{\"name\":\"World\"}");

    assertThat(answer).isEqualTo(new Answer(200, "{\"greeting\":\"Hello, World!\"}"));
  }

  @Test
  void theActivationRecordIsOpenWhisks() throws Exception {
    create("recorded", "rust/hello.wasm");

    JsonNode first = invokeAndRecord("recorded", "{\"name\":\"first\"}");
    JsonNode second = invokeAndRecord("recorded", "{\"name\":\"second\"}");

    assertThat(annotation(first, "initTime").isIntegralNumber()).isTrue();
    assertThat(annotation(second, "initTime").isMissingNode()).isTrue();
    assertThat(first.at("/response").toString())
        .isEqualTo(
            "{\"result\":{\"greeting\":\"Hello, first!\"},\"size\":28,"
                + "\"status\":\"success\",\"success\":true}");
    assertThat(second.at("/response/result").toString())
        .isEqualTo("{\"greeting\":\"Hello, second!\"}");
    assertThat(annotation(first, "kind").asText()).isEqualTo("wasm");
    assertThat(annotation(first, "path").asText()).isEqualTo("guest/recorded");
    assertThat(annotation(first, "timeout").asBoolean(true)).isFalse();
    assertThat(annotation(first, "waitTime").isIntegralNumber()).isTrue();
    assertThat(annotation(first, "limits").toString())
        .isEqualTo("{\"concurrency\":1,\"logs\":10,\"memory\":256,\"timeout\":60000}");
    assertThat(first.get("name").asText()).isEqualTo("recorded");
    assertThat(first.get("namespace").asText()).isEqualTo("guest");
    assertThat(first.get("version").asText()).isEqualTo("0.0.1");
    // Each is cut to whole milliseconds.
    assertThat(first.get("duration").asLong())
        .isBetween(1L, 1 + first.get("end").asLong() - first.get("start").asLong());
    assertThat(logLines(first))
        .containsExactlyInAnyOrder(
            "stdout: hello: greeting \"first\"", "stderr: hello: this line goes to stderr");
  }

  @Test
  void anApplicationErrorIsNoSuccess() throws Exception {
    Answer answer = http.post("actions/add?blocking=true", "{\"param1\":1}");

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.json().at("/response/status").asText()).isEqualTo("application error");
    assertThat(answer.json().at("/response/result").toString())
        .isEqualTo("{\"error\":\"Expected param2 to be present\"}");
  }

  @Test
  void aTrapIsTheDevelopersError() throws Exception {
    create("trapping", "c/mirror.wasm");

    Answer answer = http.post("actions/trapping?blocking=true", "{\"trap\":true}");

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.json().at("/response/status").asText()).isEqualTo("action developer error");
    assertThat(answer.json().at("/response/result/error").asText())
        .isEqualTo("The action did not produce a valid response and exited unexpectedly.");
  }

  @Test
  void aSleepTakesItsTime() throws Exception {
    Answer answer = http.post("actions/sleep?blocking=true", "{\"ms\":300}");

    assertThat(answer.json().get("duration").asLong()).isBetween(300L, 5000L);
    assertThat(answer.json().at("/response/result/sleptMs").asLong()).isBetween(300L, 5000L);
  }

  @Test
  void aTimeOutEndsTheActivation() throws Exception {
    Answer created =
        http.put(
            "actions/looping",
            "{\"exec\":{\"kind\":\"wasm\",\"binary\":true,\"code\":\"%s\"},\"limits\":{\"timeout\":500}}"
                .formatted(code("c/mirror.wasm")));
    assertThat(created.status()).isEqualTo(200);

    Answer answer = http.post("actions/looping?blocking=true", "{\"loop\":true}");

    assertThat(answer.json().at("/response/result/error").asText())
        .isEqualTo("The action exceeded its time limits of 500 milliseconds.");
    assertThat(annotation(answer.json(), "timeout").asBoolean()).isTrue();
  }

  @Test
  void aBlackboxRunsWhereItsImageIsOurs() throws Exception {
    createBlackbox("box", "wasmwhisk/action-wasm");

    assertThat(http.post("actions/box?blocking=true&result=true", "{\"name\":\"Box\"}"))
        .isEqualTo(new Answer(200, "{\"greeting\":\"Hello, Box!\"}"));
  }

  @Test
  void aBlackboxOfAnotherImageIsRefused() throws Exception {
    createBlackbox("foreign", "example.com/box:1");

    Answer answer = http.post("actions/foreign?blocking=true", "{}");

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.json().at("/response/status").asText()).isEqualTo("action developer error");
    assertThat(answer.json().at("/response/result/error").asText())
        .isEqualTo(
            "This invoker runs WebAssembly actions only, in the image wasmwhisk/action-wasm (whisk.wasm.images), and the action of kind blackbox needs the image example.com/box:1. Deploy it as a WebAssembly action, or have the operator set whisk.wasm.delegate to the ContainerFactoryProvider that runs other images.");
  }

  private void createBlackbox(String name, String image) throws Exception {
    Answer created =
        http.put(
            "actions/" + name,
            "{\"exec\":{\"kind\":\"blackbox\",\"image\":\"%s\",\"binary\":true,\"code\":\"%s\"}}"
                .formatted(image, code("c/hello.wasm")));
    assertThat(created.status()).isEqualTo(200);
  }

  private void create(String name, String guest) throws Exception {
    Answer created =
        http.put(
            "actions/" + name,
            "{\"exec\":{\"kind\":\"wasm\",\"binary\":true,\"code\":\"%s\"}}"
                .formatted(code(guest)));
    assertThat(created.status()).isEqualTo(200);
  }

  private static String code(String guest) throws Exception {
    return Base64.getEncoder().encodeToString(Files.readAllBytes(Repository.guest(guest)));
  }

  private JsonNode invokeAndRecord(String name, String parameters) throws Exception {
    Answer answer = http.post("actions/" + name + "?blocking=true", parameters);
    assertThat(answer.status()).isEqualTo(200);
    return record(answer.json().get("activationId").asText());
  }

  /** The record of an activation, which is there some moments after a blocking call's answer. */
  private JsonNode record(String activationId) throws Exception {
    Instant deadline = Instant.now().plus(RECORD_TIME);
    Answer answer = http.get("activations/" + activationId);
    while (answer.status() == 404 && Instant.now().isBefore(deadline)) {
      answer = http.get("activations/" + activationId);
    }
    return answer.json();
  }

  private static JsonNode annotation(JsonNode record, String key) {
    for (JsonNode annotation : record.get("annotations")) {
      if (annotation.get("key").asText().equals(key)) {
        return annotation.get("value");
      }
    }
    return record.path("there is no such annotation");
  }

  /** Without the time that OpenWhisk's log store puts before each line. */
  private static List<String> logLines(JsonNode record) {
    List<String> lines = new ArrayList<>();
    for (JsonNode line : record.get("logs")) {
      String text = line.asText();
      assertThat(text).matches("[0-9]{4}-[0-9-]{5}T[0-9:.]{8,18}Z (stdout|stderr): .*");
      lines.add(text.substring(text.indexOf(' ') + 1));
    }
    return lines;
  }
}
