// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.wasmwhisk.cli.bench.workload.Workload;
import io.wasmwhisk.cli.rest.ActionName;
import io.wasmwhisk.cli.rest.ServerAccess;
import io.wasmwhisk.cli.rest.WhiskClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls of a server that answers what the test says. */
class CallerTest {
  private static final DeployedAction HELLO =
      new DeployedAction(ActionName.parse("hello"), Workload.HELLO);
  private static final String RECORD =
      """
      {"activationId":"a1","duration":12,"annotations":[{"key":"waitTime","value":7},
       {"key":"initTime","value":0},{"key":"path","value":"guest/hello"}],
       "response":{"status":"success","success":true,"result":{"greeting":"Hello, World!"}}}""";

  private final HttpServer server;
  private int status = 200;
  private String answer = RECORD;
  private CyclicBarrier together = new CyclicBarrier(1);

  CallerTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/api/v1/namespaces/_/actions/", exchange -> send(exchange, status, answer));
    server.createContext("/api/v1/namespaces/_/activations/a1", each -> send(each, 200, RECORD));
    server.createContext("/api/v1/namespaces/_/activations/a2", each -> send(each, 404, "{}"));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void send(HttpExchange exchange, int code, String body) throws IOException {
    try (exchange) {
      together.await(10, TimeUnit.SECONDS);
      exchange.sendResponseHeaders(code, body.getBytes(UTF_8).length);
      exchange.getResponseBody().write(body.getBytes(UTF_8));
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private Caller caller() {
    URI host = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new Caller(new WhiskClient(new ServerAccess(host, "u:p")), Duration.ofMillis(1));
  }

  @Test
  void theRecordsTimesAreRead() {
    Activation activation = caller().call(HELLO);

    assertThat(activation.complaint()).isEmpty();
    assertThat(activation.waitMillis()).isEqualTo(7);
    assertThat(activation.isCold()).isTrue();
    assertThat(activation.initMillis()).isZero();
    assertThat(activation.durationMillis()).isEqualTo(12);
    assertThat(activation.nanos()).isPositive();
    assertThat(activation.ended()).isEqualTo(activation.began() + activation.nanos());
  }

  @Test
  void theRecordOfACallThatStillRanIsAwaited() {
    status = 202;
    answer = "{\"activationId\":\"a1\"}";

    assertThat(caller().call(HELLO).isRight()).isTrue();
  }

  @Test
  void aCallWithoutARecordIsLost() {
    status = 202;
    answer = "{\"activationId\":\"a2\"}";

    Activation activation = caller().call(HELLO);

    assertThat(activation.complaint())
        .isEqualTo(Optional.of("hello: status 202: {\"activationId\":\"a2\"}"));
    assertThat(activation.isCold()).isFalse();
  }

  @Test
  void aRefusalIsWrong() {
    status = 429;
    answer = "{\"error\":\"Too many requests.\"}";

    assertThat(caller().call(HELLO).complaint())
        .isEqualTo(Optional.of("hello: status 429: Too many requests."));
  }

  @Test
  void anotherResultIsWrong() {
    answer = "{\"response\":{\"status\":\"success\",\"result\":{\"greeting\":\"Hello, Moon!\"}}}";

    assertThat(caller().call(HELLO).complaint())
        .isEqualTo(Optional.of("hello: success: {\"greeting\":\"Hello, Moon!\"}"));
  }

  @Test
  void aFailureIsWrongAndKeepsItsTimes() {
    status = 502;
    answer =
        "{\"duration\":3,\"response\":{\"status\":\"application error\",\"result\":{\"error\":\"no\"}}}";

    Activation activation = caller().call(HELLO);

    assertThat(activation.complaint())
        .isEqualTo(Optional.of("hello: application error: {\"error\":\"no\"}"));
    assertThat(activation.durationMillis()).isEqualTo(3);
    assertThat(activation.waitMillis()).isEqualTo(Activation.NONE);
  }

  @Test
  void noAnswerIsWrong() {
    Caller caller = caller();
    server.stop(0);

    assertThat(caller.call(HELLO).complaint())
        .isEqualTo(Optional.of("hello: no answer: java.net.ConnectException"));
  }

  @Test
  void allAreSentBeforeOneIsAnswered() throws Exception {
    together = new CyclicBarrier(20);

    assertThat(caller().callAll(Collections.nCopies(20, HELLO)))
        .hasSize(20)
        .allMatch(Activation::isRight);
  }
}
