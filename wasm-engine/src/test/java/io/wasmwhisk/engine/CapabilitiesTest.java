// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.binary.Wat;
import io.wasmwhisk.engine.files.archive.ArchivedFiles;
import io.wasmwhisk.engine.http.HttpLimits;
import io.wasmwhisk.engine.http.HttpPolicy;
import io.wasmwhisk.engine.http.client.HttpAccess;
import io.wasmwhisk.engine.http.client.HttpTransport;
import io.wasmwhisk.engine.http.client.LocalServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a guest can do with what it was granted, and what it sees when it was not. */
@Timeout(120)
class CapabilitiesTest {
  private static final Limits LIMITS = Limits.DEFAULTS.withTime(Duration.ofSeconds(30));

  private static WasmEngine engine;
  private static HttpTransport transport;
  private static LocalServer server;

  @TempDir private Path host = Path.of("");

  @BeforeAll
  static void start() throws IOException {
    engine = WasmEngine.create(SuiteEngine.SETTINGS);
    transport = new HttpTransport(10);
    server =
        LocalServer.start(
            exchange -> {
              String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
              String own = exchange.getRequestHeaders().getFirst("X-Own");
              exchange.getResponseHeaders().add("X-Answer", "yes");
              LocalServer.answer(
                  exchange,
                  202,
                  (exchange.getRequestMethod() + " " + own + " " + body + "!").getBytes(UTF_8));
            });
  }

  @AfterAll
  static void stop() {
    server.close();
    transport.close();
    engine.close();
  }

  private static Capabilities http(HttpPolicy policy) {
    return new Capabilities(List.of(), Optional.of(new HttpAccess(transport, "guest", policy)));
  }

  private static HttpPolicy reachable() {
    return LocalServer.policy(HttpLimits.DEFAULTS, "127.0.0.1:*");
  }

  private static Activation start(String guest, String input, Capabilities capabilities)
      throws Exception {
    return start(Guests.built(guest), input, LIMITS, capabilities);
  }

  private static Activation start(
      byte[] module, String input, Limits limits, Capabilities capabilities) throws Exception {
    return engine
        .compile(module)
        .start(
            new Invocation(
                Invocation.SOLE_OWNER, input, Map.of(), ArchivedFiles.NONE, limits, capabilities));
  }

  private static Outcome run(String guest, String input, Capabilities capabilities)
      throws Exception {
    return start(guest, input, capabilities).completion().get().outcome();
  }

  @Test
  void aRustGuestOfThePublishedCrateMakesARequest() throws Exception {
    String input =
        """
        {"url": "%s", "method": "PUT", "headers": {"x-own": "h"}, "body": "ü"}
        """
            .formatted(server.url("127.0.0.1", "/x"));

    Outcome outcome = run("rust/http", input, http(reachable()));

    assertThat(outcome).isInstanceOf(Outcome.Result.class);
    assertThat(((Outcome.Result) outcome).json())
        .contains("\"body\":\"PUT h ü!\"", "\"status\":202", "\"x-answer\":\"yes\"");
  }

  @Test
  void withoutACapabilityTheGuestStartsAndTheCallFails() throws Exception {
    assertThat(
            run(
                "rust/http",
                "{\"url\": \"%s\"}".formatted(server.url("127.0.0.1", "/")),
                Capabilities.NONE))
        .isEqualTo(new Outcome.Result("{\"error\":\"Wasi error 7\"}"));
  }

  @Test
  void anAddressThatIsNotAllowed() throws Exception {
    HttpPolicy publicOnly =
        new HttpPolicy(reachable().rules(), List.of(), HttpLimits.DEFAULTS, Optional.empty());

    assertThat(
            run(
                "rust/http",
                "{\"url\": \"%s\"}".formatted(server.url("127.0.0.1", "/")),
                http(publicOnly)))
        .isEqualTo(new Outcome.Result("{\"error\":\"Wasi error 7\"}"));
  }

  @Test
  void responsesHeldAtTheirLimitAndOnePast() throws Exception {
    String input = "{\"url\": \"%s\", \"times\": %d}";
    String url = server.url("127.0.0.1", "/");

    assertThat(run("rust/http", input.formatted(url, 16), http(reachable())).toString())
        .contains("\"status\":202");
    assertThat(run("rust/http", input.formatted(url, 17), http(reachable())))
        .isEqualTo(new Outcome.Result("{\"error\":\"Wasi error 13\"}"));
  }

  @Test
  void aRequestThatHangsEndsAtTheDeadlineAndTheNextOneWorks() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String input = "{\"url\": \"http://127.0.0.1:%d/\"}".formatted(silent.getLocalPort());
      long begin = System.nanoTime();
      Activation activation =
          start(
              Guests.built("rust/http"),
              input,
              LIMITS.withTime(Duration.ofMillis(1_500)),
              http(reachable()));
      try (Socket accepted = silent.accept()) {
        assertThat(activation.completion().get(30, TimeUnit.SECONDS).outcome())
            .isEqualTo(new Outcome.TimedOut(Duration.ofMillis(1_500)));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
        while (accepted.getInputStream().read() >= 0) {}
      }
    }
    assertThat(
            run(
                    "rust/http",
                    "{\"url\": \"%s\"}".formatted(server.url("127.0.0.1", "/")),
                    http(reachable()))
                .toString())
        .contains("\"status\":202");
  }

  /** Exits with what WoW's import gives. */
  private static final byte[] WOW =
      Wat.module(
          """
          (module
            (import "http" "get" (func $get (result i32)))
            (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
            (func (export "_start") (call $exit (call $get))))
          """);

  @Test
  void wowsImportMakesARealRequest() throws Exception {
    Capabilities capabilities =
        http(reachable().withWowUrl(Optional.of(server.url("127.0.0.1", "/wow"))));

    assertThat(start(WOW, "{}", LIMITS, capabilities).completion().get().outcome())
        .isEqualTo(new Outcome.Exited(202));
    assertThat(start(WOW, "{}", LIMITS, Capabilities.NONE).completion().get().outcome())
        .isEqualTo(new Outcome.Exited(-7));
    assertThat(start(WOW, "{}", LIMITS, http(reachable())).completion().get().outcome())
        .isEqualTo(new Outcome.Exited(-10));
  }

  @Test
  void anImportOfAnotherTypeIsRefused() throws Exception {
    byte[] module =
        Wat.module(
            """
            (module
              (import "wasi_experimental_http" "close" (func (param i64) (result i32)))
              (func (export "_start")))
            """);

    assertThat(engine.compile(module).obstacle())
        .hasValue(
            "The module imports the function \"wasi_experimental_http\" \"close\" as (i64) -> (i32), but its type is (i32) -> (i32). Build it with a toolchain for WASI preview 1 (wasm32-wasip1).");
  }

  private Capabilities directory(boolean writable) {
    return new Capabilities(List.of(new DirectoryGrant("/data", host, writable)), Optional.empty());
  }

  @Test
  void aDirectoryIsReadAndWritten() throws Exception {
    Files.writeString(host.resolve("in"), "hello");

    assertThat(run("c/files", "{\"read\": \"/data/in\"}", directory(false)))
        .isEqualTo(new Outcome.Result("{\"content\":\"hello\"}"));
    run("c/files", "{\"write\": \"/data/out\", \"content\": \"written\"}", directory(true));
    assertThat(host.resolve("out")).hasContent("written");
  }

  @Test
  void aReadOnlyDirectoryIsNotChanged() throws Exception {
    Files.writeString(host.resolve("in"), "hello");

    assertThat(
            run("c/files", "{\"write\": \"/data/in\", \"content\": \"x\"}", directory(false))
                .toString())
        .contains("error");
    run("c/files", "{\"write\": \"/data/new\", \"content\": \"x\"}", directory(false));
    assertThat(host.resolve("in")).hasContent("hello");
    assertThat(host.resolve("new")).doesNotExist();
  }

  @Test
  void aDirectoryThatHasVanished() throws Exception {
    Capabilities gone =
        new Capabilities(
            List.of(new DirectoryGrant("/data", host.resolve("gone"), false)), Optional.empty());

    assertThat(run("c/files", "{}", gone))
        .isEqualTo(
            new Outcome.NotRunnable("The directory /data cannot be opened: it does not exist."));
  }

  @Test
  void whatIsSecretIsNotShown() {
    Invocation invocation =
        new Invocation("{\"password\":\"hidden\"}", Map.of("TOKEN", "hidden"), LIMITS);

    assertThat(invocation.toString()).contains("TOKEN").doesNotContain("hidden");
    assertThat(http(reachable().withWowUrl(Optional.of("http://x/?hidden"))).toString())
        .doesNotContain("hidden");
  }
}
