// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.openwhisk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What OpenWhisk's standalone server finds when it calls {@code docker}, which it does at start and
 * at its end whatever runs its actions (StandaloneDockerSupport, DockerClient). It takes a client
 * in one of two places before the setting {@code whisk.docker.executable}. So: a client whose
 * daemon answers is left alone; a client without a daemon gets one that has no containers; where
 * there is no client, a script stands in for it.
 */
final class Docker implements AutoCloseable {
  /** Where OpenWhisk looks first. */
  private static final List<Path> PREFERRED =
      List.of(Path.of("/usr/bin/docker"), Path.of("/usr/local/bin/docker"));

  private static final long ANSWER_SECONDS = 10;

  private static final String SCRIPT =
      """
      #!/bin/sh
      # Stands in for a docker command, for OpenWhisk's standalone server.
      case "$1" in
        --version | version) echo 24.0.0 ;;
        ps | info | images) ;;
        *) echo "no Docker is installed here" >&2; exit 1 ;;
      esac
      """;

  private final Optional<DockerStandIn> daemon;
  private final Optional<Path> client;

  private Docker(Optional<DockerStandIn> daemon, Optional<Path> client) {
    this.daemon = daemon;
    this.client = client;
  }

  /**
   * Looks at what this machine has, and adds what it lacks.
   *
   * @param directory for the script
   */
  static Docker provide(Path directory) throws IOException {
    Optional<Path> installed = PREFERRED.stream().filter(Files::isExecutable).findFirst();
    if (installed.isEmpty()) {
      return new Docker(Optional.empty(), Optional.of(script(directory)));
    }
    return answers(installed.orElseThrow())
        ? new Docker(Optional.empty(), Optional.empty())
        : new Docker(Optional.of(DockerStandIn.start()), Optional.empty());
  }

  private static Path script(Path directory) throws IOException {
    Path script = Files.writeString(directory.resolve("docker"), SCRIPT);
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static boolean answers(Path client) throws IOException {
    Process process =
        new ProcessBuilder(client.toString(), "version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } finally {
      process.destroyForcibly();
    }
  }

  /** Settings of OpenWhisk's. */
  Map<String, String> settings() {
    return client
        .map(path -> Map.of("whisk.docker.executable", path.toString()))
        .orElseGet(Map::of);
  }

  /** Changes the environment of OpenWhisk's process. */
  void prepare(Map<String, String> environment) {
    daemon.ifPresent(
        standIn -> {
          environment
              .keySet()
              .removeAll(List.of("DOCKER_CONTEXT", "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH"));
          environment.put("DOCKER_HOST", standIn.host());
        });
  }

  @Override
  public void close() {
    daemon.ifPresent(DockerStandIn::close);
  }
}
