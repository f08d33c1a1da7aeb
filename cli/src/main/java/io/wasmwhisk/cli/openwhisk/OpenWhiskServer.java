// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.openwhisk;

import io.wasmwhisk.cli.json.JsonMembers;
import io.wasmwhisk.cli.rest.ActionDocument;
import io.wasmwhisk.cli.rest.ActionName;
import io.wasmwhisk.cli.rest.Reply;
import io.wasmwhisk.cli.rest.ServerAccess;
import io.wasmwhisk.cli.rest.WhiskClient;
import io.wasmwhisk.engine.EngineReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A real OpenWhisk's standalone server ({@code StandaloneOpenWhisk}) with the plugin, in a process
 * of its own. It ends with this one, however this one ends.
 */
public final class OpenWhiskServer implements AutoCloseable {
  private static final Duration START_TIME = Duration.ofSeconds(300);
  private static final Duration STOP_TIME = Duration.ofSeconds(20);
  private static final Duration POLL_TIME = Duration.ofMillis(100);
  private static final ActionName TRIAL = ActionName.parse("wasmwhisk-starts");

  private final ServerAccess access;
  private final Path directory;
  private final Docker docker;
  private final Process process;
  private final ServerOutput output;
  private final Thread hook = new Thread(this::stop, "stop OpenWhisk");
  private final AtomicBoolean stopped = new AtomicBoolean();

  private OpenWhiskServer(ServerSettings settings, Path directory, Docker docker)
      throws IOException {
    int port = freePort(settings);
    ServerCommand command = new ServerCommand(settings, port, directory);
    ProcessBuilder builder =
        new ProcessBuilder(command.line(docker.settings())).redirectErrorStream(true);
    docker.prepare(builder.environment());
    this.access =
        new ServerAccess(
            URI.create("http://%s:%d".formatted(settings.host(), port)), settings.key());
    this.directory = directory;
    this.docker = docker;
    this.process = builder.start();
    this.output = ServerOutput.of(process, settings.log());
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts one, and waits until it has run an action.
   *
   * @throws OpenWhiskFailure when it does not start; the message has the end of what it printed
   * @throws IOException when a file of ours cannot be read or written, or the port is taken
   */
  public static OpenWhiskServer start(ServerSettings settings)
      throws OpenWhiskFailure, IOException {
    OpenWhiskServer server = launch(settings);
    try {
      server.awaitFirstActivation(settings.home().resolve("actions/c/hello.wasm"));
      return server;
    } catch (OpenWhiskFailure | IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static OpenWhiskServer launch(ServerSettings settings) throws IOException {
    Path directory = Files.createTempDirectory("wasmwhisk-openwhisk");
    try {
      return new OpenWhiskServer(settings, directory, Docker.provide(directory));
    } catch (IOException e) {
      delete(directory);
      throw e;
    }
  }

  private static int freePort(ServerSettings settings) throws IOException {
    InetAddress address = InetAddress.getByName(settings.host());
    try (ServerSocket socket = new ServerSocket(settings.port(), 1, address)) {
      return socket.getLocalPort();
    }
  }

  private void awaitFirstActivation(Path module) throws OpenWhiskFailure, IOException {
    ActionDocument document = ActionDocument.wasm(Files.readAllBytes(module));
    try (WhiskClient client = new WhiskClient(access)) {
      awaitAnswer(client, document);
      Reply ran = client.invoke(TRIAL, new JsonMembers(), true);
      client.deleteAction(TRIAL);
      if (!ran.isOk()) {
        throw failure("its first action failed: " + ran.body());
      }
    }
  }

  /** Until its users and its API are there. */
  private void awaitAnswer(WhiskClient client, ActionDocument document)
      throws OpenWhiskFailure, IOException {
    long deadline = System.nanoTime() + START_TIME.toNanos();
    for (Optional<Reply> reply = put(client, document);
        reply.filter(Reply::isOk).isEmpty();
        reply = put(client, document)) {
      if (!process.isAlive()) {
        throw failure("it ended with code " + process.exitValue());
      }
      if (output.mainFailed()) {
        throw failure("its start failed");
      }
      if (System.nanoTime() - deadline > 0) {
        throw failure(
            "it took no action within %d s: %s"
                .formatted(
                    START_TIME.toSeconds(), reply.map(Reply::body).orElse("nothing listens")));
      }
      LockSupport.parkNanos(POLL_TIME.toNanos());
    }
  }

  private static Optional<Reply> put(WhiskClient client, ActionDocument document)
      throws IOException {
    try {
      return Optional.of(client.putAction(TRIAL, document, true));
    } catch (ConnectException e) {
      return Optional.empty();
    }
  }

  private OpenWhiskFailure failure(String reason) {
    return new OpenWhiskFailure(
        "OpenWhisk did not start: %s. It printed last:%n%s".formatted(reason, output.end()));
  }

  /** Where it listens, and the key it was asked by. */
  public ServerAccess access() {
    return access;
  }

  /** The process id of its JVM. */
  public long pid() {
    return process.pid();
  }

  /** What the plugin in it said of its engine; empty when it is not our factory that runs. */
  public Optional<EngineReport> engine() {
    return output.engine();
  }

  /** The end of what it printed. */
  public String lastWords() {
    return output.end();
  }

  /** Completed with its exit code when it has ended by itself; never when it was stopped. */
  public CompletableFuture<Integer> ended() {
    return process
        .onExit()
        .thenCompose(
            ended ->
                stopped.get()
                    ? new CompletableFuture<>()
                    : CompletableFuture.completedFuture(ended.exitValue()));
  }

  /** Stops it as a service manager does, and removes what it left on the disk. */
  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // this JVM ends, and runs the hook
    }
  }

  private void stop() {
    if (!stopped.compareAndSet(false, true)) {
      return;
    }
    try {
      process.destroy();
      if (!process.waitFor(STOP_TIME.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
      process.outputWriter().close();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      docker.close();
      delete(directory);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
