// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** deploy and invoke against a server that answers what the test says. */
class ServerCommandsTest {
  @TempDir private Path directory = Path.of("");
  private HttpServer server;
  private String host = "";
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private int status = 200;
  private String answer = "{}";
  private String request = "";
  private String requestBody = "";

  ServerCommandsTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    server.createContext("/", this::handle);
    server.start();
    host = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void deploySendsTheModuleAsBase64() throws IOException {
    byte[] module = {0, 'a', 's', 'm', 1, 0, 0, 0};
    Path file = Files.write(directory.resolve("hello.wasm"), module);

    int code =
        execute(
            "deploy",
            "tools/hello",
            file.toString(),
            "--memory",
            "512m",
            "--timeout",
            "5s",
            "-c",
            "10",
            "-p",
            "name",
            "World",
            "--main",
            "greet");

    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(out.toString()).isEqualToIgnoringNewLines("deployed tools/hello\n");
    assertThat(request)
        .isEqualTo("PUT /api/v1/namespaces/_/actions/tools/hello?overwrite=false Basic dTpr");
    assertThat(requestBody)
        .isEqualTo(
            "{\"exec\":{\"kind\":\"wasm\",\"binary\":true,\"code\":\""
                + Base64.getEncoder().encodeToString(module)
                + "\",\"main\":\"greet\"},"
                + "\"limits\":{\"memory\":512,\"timeout\":5000,\"concurrency\":10},"
                + "\"parameters\":[{\"key\":\"name\",\"value\":\"World\"}]}");
  }

  @Test
  void deployReplacesOnlyWhenToldTo() throws IOException {
    Path file = Files.writeString(directory.resolve("hello.wat"), "(module)");

    assertThat(execute("deploy", "hello", file.toString(), "--update", "--kind", "wasm:1"))
        .isZero();
    assertThat(request).startsWith("PUT /api/v1/namespaces/_/actions/hello?overwrite=true ");
    assertThat(requestBody)
        .isEqualTo("{\"exec\":{\"kind\":\"wasm:1\",\"binary\":false,\"code\":\"(module)\"}}");
  }

  @ParameterizedTest
  @CsvSource({"401, 21", "403, 21", "404, 22", "409, 23", "400, 24", "500, 24"})
  void refusalsHaveTheirExitCodes(int refusal, int code) throws IOException {
    Path file = Files.write(directory.resolve("hello.wasm"), new byte[] {0});
    status = refusal;
    answer = "{\"error\":\"The server's words.\",\"code\":\"x\"}";

    assertThat(execute("deploy", "hello", file.toString())).isEqualTo(code);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "wasmwhisk: The server answered with status " + refusal + ": The server's words.\n");
  }

  @Test
  void invokePrintsTheRecord() {
    answer = record("success", "{\"greeting\":\"Hello!\",\"n\":1.0}");

    assertThat(execute("invoke", "hello", "-p", "a", "1", "-p", "b", "x y")).isZero();
    assertThat(request)
        .isEqualTo("POST /api/v1/namespaces/_/actions/hello?blocking=true Basic dTpr");
    assertThat(requestBody).isEqualTo("{\"a\":1,\"b\":\"x y\"}");
    assertThat(out.toString())
        .isEqualToIgnoringNewLines(
            """
            {
                "activationId": "f00",
                "response": {
                    "status": "success",
                    "result": {
                        "greeting": "Hello!",
                        "n": 1.0
                    }
                }
            }
            """);
  }

  @Test
  void invokePrintsTheResultOnly() {
    answer = record("success", "[1,2]");

    assertThat(execute("invoke", "-r", "hello")).isZero();
    assertThat(out.toString()).isEqualToIgnoringNewLines("[\n    1,\n    2\n]\n");
  }

  @Test
  void anApplicationErrorIsAResultWithItsOwnCode() {
    status = 502;
    answer = record("application error", "{\"error\":\"no\"}");

    assertThat(execute("invoke", "hello", "-r")).isEqualTo(1);
    assertThat(out.toString()).isEqualToIgnoringNewLines("{\n    \"error\": \"no\"\n}\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aFailedActionIsSaid() {
    status = 502;
    answer = record("action developer error", "{\"error\":\"late\"}");

    assertThat(execute("invoke", "hello", "-r")).isEqualTo(25);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "wasmwhisk: The action failed on the server (action developer error).\n");
  }

  @Test
  void anActionThatStillRunsGivesItsId() {
    status = 202;
    answer = "{\"activationId\":\"f00\"}";

    assertThat(execute("invoke", "hello")).isEqualTo(26);
    assertThat(out.toString()).isEqualToIgnoringNewLines("f00\n");
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "wasmwhisk: The action still runs: the server has stopped waiting for it.\n");
  }

  @Test
  void invokeNeedNotWait() {
    status = 202;
    answer = "{\"activationId\":\"f00\"}";

    assertThat(execute("invoke", "hello", "--no-blocking")).isZero();
    assertThat(request).contains("?blocking=false ");
    assertThat(out.toString()).isEqualToIgnoringNewLines("f00\n");
  }

  @Test
  void aServerThatIsNotThereIsSaid() {
    server.stop(0);

    assertThat(execute("invoke", "hello")).isEqualTo(20);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "wasmwhisk: Nothing answers at "
                + host
                + ". Is the server running? Another one is named by --apihost.\n");
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    assertThat(execute("deploy", "hello", "no.wasm")).isEqualTo(18);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines("wasmwhisk: no.wasm cannot be read: there is no such file.\n");
  }

  @Test
  void aWrongNameIsWrongUsage() {
    assertThat(execute("invoke", "a/b/c")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "wasmwhisk: 'a/b/c' is no name of an action: write NAME, PACKAGE/NAME or"
                + " /NAMESPACE[/PACKAGE]/NAME.\n");
  }

  private int execute(String... arguments) {
    String[] all =
        Stream.concat(Stream.of(arguments), Stream.of("--apihost", host, "--auth", "u:k"))
            .toArray(String[]::new);
    return WasmWhisk.execute(new PrintWriter(out, true), new PrintWriter(err, true), all);
  }

  private static String record(String status, String result) {
    return "{\"activationId\":\"f00\",\"response\":{\"status\":\"%s\",\"result\":%s}}"
        .formatted(status, result);
  }

  private void handle(HttpExchange exchange) throws IOException {
    request =
        "%s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("Authorization"));
    requestBody = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    byte[] bytes = answer.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
