// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wasmwhisk.cli.bench.contender.Samples;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Starts the launcher again and again. */
public final class StartBench {
  private static final String GREETING = "Hello, World!";
  private static final Duration POLL_TIME = Duration.ofMillis(5);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path launcher;
  private final Path hello;
  private final Consumer<String> progress;

  /**
   * @param launcher the script {@code wasmwhisk}
   * @param hello the module
   * @param progress told what begins
   */
  public StartBench(Path launcher, Path hello, Consumer<String> progress) {
    this.launcher = launcher;
    this.hello = hello;
    this.progress = progress;
  }

  /** Starts something once, and says for how many nanoseconds it was waited for. */
  private interface Start {
    long take() throws IOException, InterruptedException;
  }

  /**
   * Starts both so often, in turns; the first start of each, after which their files are in memory,
   * does not count.
   *
   * @param machine where it is measured
   * @throws IOException when one does not do what it should
   */
  public StartReport run(String machine, int repeats) throws IOException, InterruptedException {
    long[] runs = new long[repeats];
    long[] servers = new long[repeats];
    for (int i = -1; i < repeats; i++) {
      progress.accept(i < 0 ? "warm-up" : "start %d of %d".formatted(i + 1, repeats));
      long run = runHello();
      long server = startServer();
      if (i >= 0) {
        runs[i] = run;
        servers[i] = server;
      }
    }
    Map<Measure, Samples> measured = new EnumMap<>(Measure.class);
    measured.put(Measure.RUN, Samples.of(0, 0, runs));
    measured.put(Measure.STANDALONE, Samples.of(0, 0, servers));
    return new StartReport(machine, measured);
  }

  private long runHello() throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        builder(List.of("run", hello.toString(), "-p", "name", "World"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    int code = process.waitFor();
    long nanos = System.nanoTime() - start;
    if (code != 0 || !printed.contains(GREETING)) {
      throw new IOException("run ended with code %d and printed: %s".formatted(code, printed));
    }
    return nanos;
  }

  private long startServer() throws IOException, InterruptedException {
    int port = freePort();
    HttpRequest ping =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/ping".formatted(port))).build();
    long start = System.nanoTime();
    Process process =
        builder(List.of("standalone", "--port", Integer.toString(port), "--no-samples"))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (HttpClient http = HttpClient.newHttpClient()) {
      while (!answers(http, ping)) {
        if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
          throw new IOException(
              "standalone did not answer within %d s".formatted(PATIENCE.toSeconds()));
        }
        LockSupport.parkNanos(POLL_TIME.toNanos());
      }
      return System.nanoTime() - start;
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean answers(HttpClient http, HttpRequest ping)
      throws IOException, InterruptedException {
    try {
      return http.send(ping, BodyHandlers.discarding()).statusCode() == 200;
    } catch (ConnectException e) {
      return false;
    }
  }

  private ProcessBuilder builder(List<String> arguments) {
    ProcessBuilder builder = new ProcessBuilder(launcher.toString());
    builder.command().addAll(arguments);
    builder.environment().put("WASMWHISK_NO_BUILD", "1");
    builder.environment().put("WASMWHISK_JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }
}
