// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.rest;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.wasmwhisk.cli.bench.process.Gauge;
import io.wasmwhisk.cli.rest.Reply;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * The program that OpenWhisk's containers of the kind {@code nodejs} run ({@code
 * core/nodejsActionBase/app.js} of apache/openwhisk-runtime-nodejs), as a process: it is told the
 * action's code once, by {@code POST /init}, and then takes calls by {@code POST /run}. No
 * container, controller or record is around it. Its output goes nowhere.
 */
public final class NodejsServer implements AutoCloseable {
  /** {@code app.js} has no other. */
  private static final URI HOST = URI.create("http://127.0.0.1:8080");

  private static final String PROGRAM = "app.js";
  private static final Duration START_TIME = Duration.ofSeconds(20);
  private static final Duration POLL_TIME = Duration.ofMillis(50);
  private static final Duration STOP_TIME = Duration.ofSeconds(5);

  /** What an invoker sends. */
  private static final String RUN =
      """
      {"value":{"name":"World"},"activation_id":"0123456789abcdef0123456789abcdef",\
      "action_name":"/guest/hello","action_version":"0.0.1","namespace":"guest",\
      "deadline":"4102444800000","transaction_id":"0123456789abcdef0123456789abcdef"}""";

  private final Process process;
  private final Gauge gauge;

  /** A bench that is told to end ends its server, too. */
  private final Thread hook;

  private NodejsServer(Process process) throws IOException {
    this.process = process;
    this.gauge = Gauge.of(OptionalLong.of(process.pid()));
    this.hook = new Thread(process::destroy, "end-nodejs");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts one that may run several calls at once.
   *
   * @param directory where {@code app.js} and what it needs are
   * @param hello the action's code
   * @throws IOException when there is none, it does not start, or its port is taken
   */
  public static NodejsServer start(Path directory, String hello)
      throws IOException, InterruptedException {
    if (!Files.isRegularFile(directory.resolve(PROGRAM))) {
      throw new IOException("there is no %s in %s".formatted(PROGRAM, directory));
    }
    if (isTaken()) {
      throw new IOException("port %d, where it listens, is taken".formatted(HOST.getPort()));
    }
    ProcessBuilder builder =
        new ProcessBuilder("node", PROGRAM)
            .directory(directory.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("__OW_ALLOW_CONCURRENT", "true");
    NodejsServer server = new NodejsServer(builder.start());
    try {
      server.initialize(hello);
      return server;
    } catch (IOException | InterruptedException e) {
      server.close();
      throw e;
    }
  }

  private static boolean isTaken() throws IOException {
    try (KeptConnection other = new KeptConnection(HOST)) {
      return true;
    } catch (ConnectException e) {
      return false;
    }
  }

  private void initialize(String hello) throws IOException, InterruptedException {
    String body =
        "{\"value\":{\"name\":\"hello\",\"main\":\"main\",\"binary\":false,\"code\":\"%s\"}}"
            .formatted(new String(JsonStringEncoder.getInstance().quoteAsString(hello)));
    try (KeptConnection connection = awaitListening()) {
      Reply reply = connection.send(KeptConnection.post(HOST, "/init", "", body));
      if (!reply.isOk()) {
        throw new IOException(
            "it refuses the action with status %d: %s".formatted(reply.status(), reply.body()));
      }
    }
  }

  private KeptConnection awaitListening() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START_TIME.toNanos();
    while (true) {
      try {
        return new KeptConnection(HOST);
      } catch (ConnectException e) {
        if (!process.isAlive() || System.nanoTime() - deadline > 0) {
          throw new IOException(
              "node %s does not listen; are its dependencies there (npm install)?"
                  .formatted(PROGRAM),
              e);
        }
        TimeUnit.NANOSECONDS.sleep(POLL_TIME.toNanos());
      }
    }
  }

  /** It, for calls. */
  public HelloServer hello() {
    return new HelloServer("nodejs", true, HOST, KeptConnection.post(HOST, "/run", "", RUN), gauge);
  }

  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // the hook is at work
    }
    gauge.close();
    process.destroy();
    try {
      if (!process.waitFor(STOP_TIME.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
