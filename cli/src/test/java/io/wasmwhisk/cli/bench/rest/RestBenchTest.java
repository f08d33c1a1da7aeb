// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.wasmwhisk.cli.bench.contender.Circumstances;
import io.wasmwhisk.cli.bench.contender.Samples;
import io.wasmwhisk.cli.bench.process.Gauge;
import io.wasmwhisk.cli.bench.process.Usage;
import io.wasmwhisk.cli.rest.ActionName;
import io.wasmwhisk.cli.rest.ServerAccess;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls over connections that are kept, to a server that is none of OpenWhisk's. */
class RestBenchTest {
  private static final String RIGHT = "{\"greeting\":\"Hello, World!\"}";

  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private HttpServer server = start(RIGHT);

  private HttpServer start(String answer) {
    try {
      HttpServer started =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      started.setExecutor(executor);
      started.createContext(
          "/",
          exchange -> {
            seen.add(
                "%s %s %s %s"
                    .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            byte[] body = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      started.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void stop() {
    server.stop(0);
    executor.shutdownNow();
  }

  private HelloServer hello(Gauge gauge) {
    return HelloServer.of(
        "wasm",
        new ServerAccess(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "me:secret"),
        ActionName.parse("hello"),
        gauge);
  }

  @Test
  void everyClientCallsAndIsCounted() throws Exception {
    RestSettings settings =
        new RestSettings(List.of(1, 3), Duration.ofMillis(60), 2, Duration.ofMillis(5));
    try (Gauge gauge = Gauge.of(OptionalLong.empty())) {
      List<RestScore> scores = new RestBench(settings, words -> {}).run(List.of(hello(gauge)));

      assertThat(scores).extracting(RestScore::clients).containsExactly(1, 3);
      assertThat(scores).allMatch(score -> score.samples().count() > 1);
      assertThat(seen)
          .containsOnly(
              "POST /api/v1/namespaces/_/actions/hello?blocking=true&result=true"
                  + " Basic bWU6c2VjcmV0 {\"name\":\"World\"}");
    }
  }

  @Test
  void aWrongAnswerEndsTheBench() throws Exception {
    server.stop(0);
    server = start("{\"greeting\":\"Hello!\"}");
    RestSettings settings =
        new RestSettings(List.of(1), Duration.ofMillis(10), 1, Duration.ofMillis(5));
    try (Gauge gauge = Gauge.of(OptionalLong.empty())) {
      HelloServer hello = hello(gauge);

      assertThatThrownBy(() -> new RestBench(settings, words -> {}).run(List.of(hello)))
          .isInstanceOf(IOException.class)
          .hasMessage("wasm: status 200 and {\"greeting\":\"Hello!\"} in the place of " + RIGHT);
    }
  }

  @Test
  void theMostAnswersOfEachAreCompared() {
    RestReport report =
        new RestReport(
            new Circumstances("a machine", List.of("ruby: not there")),
            List.of(
                score("wasm", false, 1, 400),
                score("wasm", false, 2, 600),
                score("nodejs", true, 1, 200),
                score("nodejs", true, 2, 150)));
    StringWriter words = new StringWriter();

    report.print(new PrintWriter(words));

    assertThat(words.toString())
        .contains("wasm over nodejs, the most answers a second of each: 3.00\n")
        .contains("Absent:\n  ruby: not there\n");
  }

  private static RestScore score(String name, boolean peer, int clients, int calls) {
    return new RestScore(
        name, peer, clients, Samples.of(1_000_000_000, 0, new long[calls]), Usage.NONE);
  }

  @Test
  void nobodyCallsNobody() {
    assertThatThrownBy(() -> new RestSettings(List.of(1, 0), Duration.ZERO, 1, Duration.ZERO))
        .hasMessage("0 clients measure nothing: at least 1");
    assertThatThrownBy(() -> new RestSettings(List.of(1), Duration.ZERO, 0, Duration.ZERO))
        .hasMessage("0 rounds are too few; at least 1");
  }
}
