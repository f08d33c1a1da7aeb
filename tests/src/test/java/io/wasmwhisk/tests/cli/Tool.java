// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program to start, with the environment it gets beside ours; immutable. */
public final class Tool {
  private static final Duration MOST = Duration.ofMinutes(2);

  private final List<String> command;
  private final Path directory;
  private final Map<String, String> environment;
  private final Duration most;

  private Tool(
      List<String> command, Path directory, Map<String, String> environment, Duration most) {
    this.command = command;
    this.directory = directory;
    this.environment = environment;
    this.most = most;
  }

  /** A program by its path, or by a name on the PATH. */
  public static Tool of(String... command) {
    return new Tool(List.of(command), Path.of("").toAbsolutePath(), Map.of(), MOST);
  }

  /** {@code ./wasmwhisk} on this JVM's JDK, which never builds. */
  public static Tool wasmwhisk() {
    return of(Repository.launcher().toString())
        .with("WASMWHISK_JAVA_HOME", System.getProperty("java.home"))
        .with("WASMWHISK_NO_BUILD", "1");
  }

  /** Where a program of this name is on the PATH. */
  public static Optional<Path> find(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(entry -> Path.of(entry, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The same with an environment variable. */
  public Tool with(String name, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(name, value);
    return new Tool(command, directory, more, most);
  }

  /** The same in another working directory. */
  public Tool in(Path workingDirectory) {
    return new Tool(command, workingDirectory, environment, most);
  }

  /** The same with another time that it may take; two minutes unless said otherwise. */
  public Tool within(Duration time) {
    return new Tool(command, directory, environment, time);
  }

  /** The same with more arguments, which {@link #run} appends to. */
  public Tool and(String... arguments) {
    List<String> longer = new ArrayList<>(command);
    longer.addAll(Arrays.asList(arguments));
    return new Tool(List.copyOf(longer), directory, environment, most);
  }

  /** Runs it to its end, with an empty stdin. */
  public Ended run(String... arguments) throws IOException, InterruptedException {
    return runWithInput("", arguments);
  }

  /** Runs it to its end. */
  public Ended runWithInput(String input, String... arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    try {
      Process process =
          and(arguments).builder().redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      try (var stdin = process.outputWriter()) {
        stdin.write(input);
      }
      if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " did not end within " + most.toSeconds() + " s");
      }
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** Starts it; its stderr becomes ours. */
  public Process start() throws IOException {
    return builder().redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().putAll(environment);
    return builder;
  }

  /**
   * How it ended.
   *
   * @param code its exit code
   * @param out all of stdout
   * @param err all of stderr
   */
  public record Ended(int code, String out, String err) {}
}
