// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.contender.peer;

import io.wasmwhisk.cli.bench.contender.Contender;
import io.wasmwhisk.cli.bench.contender.Work;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Other runtimes on this machine.
 *
 * @param python a python3 that has the package wasmtime
 * @param node the program
 * @param wasmtime the program
 * @param compiler a C compiler, for native programs
 */
public record Peers(
    Optional<Path> python, Optional<Path> node, Optional<Path> wasmtime, Optional<Path> compiler) {
  /** None, which is quick. */
  public static final Peers NONE =
      new Peers(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final int PATIENCE_SECONDS = 30;

  /**
   * Looks for them.
   *
   * @param python the only Python to look at; else those of the virtual environment and of the PATH
   * @param environment for {@code PATH} and {@code VIRTUAL_ENV}
   */
  public static Peers find(Optional<Path> python, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<Path> pythons = new ArrayList<>(python.stream().toList());
    if (python.isEmpty()) {
      Optional.ofNullable(environment.get("VIRTUAL_ENV"))
          .map(home -> Path.of(home, "bin", "python3"))
          .filter(Files::isExecutable)
          .ifPresent(pythons::add);
      onPath("python3", environment).ifPresent(pythons::add);
    }
    Optional<Path> capable = Optional.empty();
    for (Path each : pythons) {
      if (capable.isEmpty() && hasWasmtime(each)) {
        capable = Optional.of(each);
      }
    }
    return new Peers(
        capable,
        onPath("node", environment),
        onPath("wasmtime", environment),
        onPath("cc", environment));
  }

  private static Optional<Path> onPath(String program, Map<String, String> environment) {
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(directory -> !directory.isBlank())
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static boolean hasWasmtime(Path python) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(python.toString(), "-c", "import wasmtime")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Those that are not there, each with what would bring it. */
  public List<String> absent() {
    List<String> absent = new ArrayList<>();
    if (python.isEmpty()) {
      absent.add(
          "wasmtime in one process: no python3 has the package wasmtime (python3 -m venv DIR && DIR/bin/pip install wasmtime, then --python DIR/bin/python3)");
    }
    if (wasmtime.isEmpty()) {
      absent.add("wasmtime as a process: there is no wasmtime on the PATH");
    }
    if (node.isEmpty()) {
      absent.add("node: there is no node on the PATH");
    }
    return absent;
  }

  /**
   * Those that embed a runtime, each with the work compiled.
   *
   * @param scratch a directory for their files
   * @param failures told of each that is there and cannot run the work
   */
  public List<Contender> embedded(Path scratch, Work work, List<String> failures) {
    List<Contender> peers = new ArrayList<>();
    python.ifPresent(
        program ->
            add(
                peers,
                failures,
                () ->
                    new PeerProcess(
                        "wasmtime",
                        "one process, Python",
                        List.of(program.toString()),
                        "wasmtime_peer.py",
                        scratch,
                        work)));
    node.ifPresent(
        program ->
            add(
                peers,
                failures,
                () ->
                    new PeerProcess(
                        "node",
                        "one process, node:wasi",
                        // By V8's fast calls, node 20 aborts in a collection during path_open.
                        List.of(program.toString(), "--no-warnings", "--no-turbo-fast-api-calls"),
                        "node_peer.mjs",
                        scratch,
                        work)));
    return peers;
  }

  /** A process of wasmtime's for each call, with the module compiled before, where there is one. */
  public List<Contender> started(Path scratch, Work work, List<String> failures) {
    List<Contender> peers = new ArrayList<>();
    wasmtime.ifPresent(
        program -> add(peers, failures, () -> WasmtimeCommand.compiled(program, scratch, work)));
    return peers;
  }

  /**
   * A native program of the module's source, as a process for each call, where there is a compiler.
   *
   * @param headers a directory that the source includes from
   */
  public List<Contender> compiled(
      Path source, Path headers, Path scratch, Work work, List<String> failures) {
    List<Contender> peers = new ArrayList<>();
    compiler.ifPresent(
        program ->
            add(
                peers,
                failures,
                () -> NativeProgram.compiled(program, source, headers, scratch, work)));
    return peers;
  }

  /** A line when there is no compiler for native programs. */
  public List<String> absentCompiler() {
    return compiler.isPresent() ? List.of() : List.of("native: there is no cc on the PATH");
  }

  /** What may fail for a reason to be told. */
  private interface Start {
    Contender get() throws IOException, InterruptedException;
  }

  private static void add(List<Contender> peers, List<String> failures, Start start) {
    try {
      peers.add(start.get());
    } catch (IOException e) {
      failures.add(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
