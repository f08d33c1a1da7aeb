// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.server;

import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.openwhisk.OpenWhiskClasses;
import io.wasmwhisk.cli.openwhisk.OpenWhiskFailure;
import io.wasmwhisk.cli.openwhisk.OpenWhiskServer;
import io.wasmwhisk.cli.openwhisk.ServerSettings;
import io.wasmwhisk.cli.options.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The real OpenWhisk that a bench starts for itself and ends. */
public final class RealServer implements AutoCloseable {
  private final Path directory;
  private final OpenWhiskServer server;

  private RealServer(Path directory, OpenWhiskServer server) {
    this.directory = directory;
    this.server = server;
  }

  /**
   * What a bench wants besides what {@code standalone --openwhisk} has.
   *
   * @param config settings in HOCON
   * @param manifest the runtimes, in the place of ours
   * @param jar one of the launcher's directory {@code bench}, without {@code -akka.jar}, which is
   *     for 2.0.0, or {@code -pekko.jar}
   * @param jvmOptions for the server's JVM
   */
  public record Wishes(
      String config, Optional<String> manifest, Optional<String> jar, List<String> jvmOptions) {
    /** Copies the list. */
    public Wishes {
      jvmOptions = List.copyOf(jvmOptions);
    }
  }

  /**
   * Starts one; {@code WASMWHISK_JAVA_OPTS} is for its JVM, too.
   *
   * @param classes where its jars or class directories are
   * @param log a file for what it prints
   */
  public static RealServer start(Path classes, Optional<Path> log, Wishes wishes)
      throws IOException {
    Path directory = Files.createTempDirectory("wasmwhisk-bench");
    try {
      return new RealServer(
          directory, OpenWhiskServer.start(settings(classes, log, wishes, directory)));
    } catch (OpenWhiskFailure e) {
      throw new CommandFailure(ExitCode.NOT_STARTED, String.valueOf(e.getMessage()));
    }
  }

  private static ServerSettings settings(
      Path classes, Optional<Path> log, Wishes wishes, Path directory)
      throws OpenWhiskFailure, IOException {
    OpenWhiskClasses found = OpenWhiskClasses.in(classes);
    Path home = Launcher.home();
    String toolkit = found.toolkit().name().toLowerCase(Locale.ROOT);
    ServerSettings settings =
        ServerSettings.of(found, home)
            .withConfig(
                Optional.of(Files.writeString(directory.resolve("bench.conf"), wishes.config())))
            .withManifest(written(directory.resolve("runtimes.json"), wishes.manifest()))
            .withAdditions(
                wishes.jar().stream()
                    .map(jar -> home.resolve("bench/%s-%s.jar".formatted(jar, toolkit)))
                    .toList())
            .withJvmOptions(
                Stream.of(wishes.jvmOptions(), Launcher.jvmOptions())
                    .flatMap(List::stream)
                    .toList());
    return log.map(settings::withLog).orElse(settings);
  }

  private static Optional<Path> written(Path file, Optional<String> text) throws IOException {
    return text.isPresent() ? Optional.of(Files.writeString(file, text.get())) : Optional.empty();
  }

  /** It. */
  public OpenWhiskServer server() {
    return server;
  }

  /** Ends it, and removes the files that it was started with. */
  @Override
  public void close() throws IOException {
    server.close();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
