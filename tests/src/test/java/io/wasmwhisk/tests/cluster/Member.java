// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One process of the cluster. What it prints goes to a file; its working directory and its
 * temporary files are in a directory of its own. It ends with this JVM, however this one ends.
 */
final class Member implements AutoCloseable {
  private static final long STOP_SECONDS = 30;
  private static final int SHOWN = 3_000;

  /**
   * The program replaces the shell, whose other child ends it as soon as nobody holds the other
   * side of its stdin any more.
   */
  private static final String TIED_TO_STDIN =
      "exec 3<&0; { while read -r _; do :; done <&3; kill $$; } >/dev/null 2>&1 & exec \"$@\" 3<&- </dev/null";

  private final String name;
  private final Path log;
  private final Process process;

  private Member(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  /**
   * Starts one.
   *
   * @param directory where it works
   * @param log gets what it prints
   */
  static Member start(
      String name, List<String> program, Map<String, String> environment, Path directory, Path log)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", TIED_TO_STDIN, "sh"));
    command.addAll(program);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    return new Member(name, log, builder.start());
  }

  /** All that it printed. */
  String printed() throws IOException {
    return Files.readString(log);
  }

  /** Bytes of it in memory, as Linux counts them; 0 where that is not told. */
  long resident() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
        .sum();
  }

  /** Waits until something listens at a port. */
  void awaitPort(int port) throws InterruptedException {
    Patience.await(name + " listens on " + port, () -> listens(port));
  }

  private boolean listens(int port) throws IOException {
    requireAlive();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (java.net.ConnectException e) {
      return false;
    }
  }

  /** Fails when it has ended. */
  void requireAlive() throws IOException {
    if (!process.isAlive()) {
      String text = printed();
      throw new AssertionError(
          "%s ended with code %d. It printed last:%n%s"
              .formatted(
                  name, process.exitValue(), text.substring(Math.max(0, text.length() - SHOWN))));
    }
  }

  /** SIGKILL: it can do nothing any more. */
  void kill() throws IOException, InterruptedException {
    process.destroyForcibly().waitFor();
    process.outputWriter().close();
  }

  /** SIGTERM, and waits for its end; kills it when that lasts too long, which is an error. */
  void stop() throws IOException, InterruptedException {
    process.destroy();
    boolean ended = process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    kill();
    if (!ended) {
      throw new AssertionError("%s did not stop within %d s".formatted(name, STOP_SECONDS));
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.destroy();
    process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    kill();
  }
}
