// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.server;

import io.wasmwhisk.cli.rest.ServerAccess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code wasmwhisk standalone} in a process of its own: a free port, a small heap, two namespaces,
 * and limits of OpenWhisk's so wide that they protect nobody.
 */
public final class OwnServer implements AttackedServer {
  private static final Pattern LISTENS =
      Pattern.compile("OpenWhisk with WebAssembly listens on (http://[0-9.]+:[0-9]+)");
  private static final Pattern ENGINE = Pattern.compile("\n +engine +([a-z]+),");
  private static final String STARTED = "Ctrl-C stops.";
  private static final Duration START_TIME = Duration.ofSeconds(60);
  private static final Duration STOP_TIME = Duration.ofSeconds(15);
  private static final Duration POLL_TIME = Duration.ofMillis(50);
  private static final int SHOWN = 2_000;

  private final Path directory;
  private final Process process;

  /** A bench that is told to end ends its server, too. */
  private final Thread hook = new Thread(this::end, "end-server");

  private final String attackerKey = newKey();
  private final String neighboursKey = newKey();
  private final URI host;
  private final String engine;
  private final ProcessVitals vitals;

  private OwnServer(Path launcher, String heap, String more) throws IOException {
    directory = Files.createTempDirectory("wasmwhisk-bench");
    process = launch(launcher, heap, more);
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      String report = awaitReport();
      host = URI.create(found(LISTENS, report));
      engine = found(ENGINE, report);
      vitals = new ProcessVitals(process.pid());
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /**
   * Starts one and waits until it can be called.
   *
   * @param launcher the script {@code wasmwhisk}
   * @param heap its JVM's {@code -Xmx}
   * @param more settings in HOCON over those that attacks want
   * @throws IOException when it does not start; the message has what it printed
   */
  public static OwnServer start(Path launcher, String heap, String more) throws IOException {
    return new OwnServer(launcher, heap, more);
  }

  private Process launch(Path launcher, String heap, String more) throws IOException {
    Path settings = Files.writeString(directory.resolve("bench.conf"), settings() + more);
    ProcessBuilder builder =
        new ProcessBuilder(
                launcher.toString(),
                "standalone",
                "--port",
                "0",
                "--no-samples",
                "--config",
                settings.toString())
            .directory(directory.toFile())
            .redirectOutput(out().toFile())
            .redirectError(err().toFile());
    builder.environment().put("WASMWHISK_NO_BUILD", "1");
    builder.environment().put("WASMWHISK_JAVA_HOME", System.getProperty("java.home"));
    builder
        .environment()
        .put(
            "WASMWHISK_JAVA_OPTS",
            "-Xmx%s -XX:OnOutOfMemoryError=%s".formatted(heap, writeWitness()));
    return builder.start();
  }

  private String settings() {
    return """
        whisk {
          time-limit.min = 100 ms
          memory { min = 8 m, max = 512 m }
          # What a guest may log is the plugin's to bound (10 MB); of records with so much in them the
          # store, which is in memory here, would hold two.
          log-limit { min = 0 m, max = 1 m, std = 1 m }
          concurrency-limit.max = 1000
          container-pool.user-memory = 1000000 m
          container-proxy.timeouts.idle-container = 3 s
          config.limits-actions-invokes-concurrent = 100000
          users { attacker = "%s", neighbour = "%s" }
        }
        # So small that neither hides what an attack leaves behind.
        whisk.wasm.module-cache = 32 m
        wasmwhisk.standalone.activations { max-count = 4000, max-size = 48 m }
        akka.http.server.max-connections = 4096
        """
        .formatted(attackerKey, neighboursKey);
  }

  /** A program that the JVM runs at its first OutOfMemoryError. */
  private Path writeWitness() throws IOException {
    Path script =
        Files.writeString(directory.resolve("witness"), "#!/bin/sh\n: > '%s'\n".formatted(seen()));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script;
  }

  private Path seen() {
    return directory.resolve("out-of-memory");
  }

  private Path out() {
    return directory.resolve("out.txt");
  }

  private Path err() {
    return directory.resolve("err.txt");
  }

  private String awaitReport() throws IOException {
    long deadline = System.nanoTime() + START_TIME.toNanos();
    String report = Files.readString(out());
    while (!report.contains(STARTED)) {
      if (!process.isAlive() || System.nanoTime() - deadline > 0) {
        throw new IOException("the server did not start: " + Files.readString(err()) + report);
      }
      LockSupport.parkNanos(POLL_TIME.toNanos());
      report = Files.readString(out());
    }
    return report;
  }

  private static String found(Pattern what, String report) throws IOException {
    Matcher matcher = what.matcher(report);
    if (!matcher.find()) {
      throw new IOException("the server did not report \"%s\": %s".formatted(what, report));
    }
    return matcher.group(1);
  }

  /** The process id of its JVM. */
  public long pid() {
    return process.pid();
  }

  private static String newKey() {
    String letters = (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "");
    return UUID.randomUUID() + ":" + letters;
  }

  @Override
  public ServerAccess attacker() {
    return new ServerAccess(host, attackerKey);
  }

  @Override
  public ServerAccess neighbours() {
    return new ServerAccess(host, neighboursKey);
  }

  @Override
  public Optional<Vitals> vitals() throws IOException {
    return Optional.of(vitals.afterCollection());
  }

  @Override
  public Optional<String> injury() {
    if (!process.isAlive()) {
      return Optional.of(
          "the server ended with code %d: %s".formatted(process.exitValue(), lastWords()));
    }
    return Files.exists(seen())
        ? Optional.of("the server's JVM saw an OutOfMemoryError: " + lastWords())
        : Optional.empty();
  }

  @Override
  public Optional<String> engine() {
    return Optional.of(engine);
  }

  private String lastWords() {
    try {
      String words = Files.readString(err()) + Files.readString(out());
      return words.substring(Math.max(0, words.length() - SHOWN));
    } catch (IOException e) {
      return "its output cannot be read: " + e;
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // the hook is at work
    }
    end();
  }

  private void end() {
    try {
      process.destroy();
      if (!process.waitFor(STOP_TIME.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
      try (Stream<Path> files = Files.walk(directory)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
