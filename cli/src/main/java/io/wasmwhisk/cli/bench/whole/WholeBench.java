// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.whole;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs benches one after the other, each as a process of its own: what one leaves behind, compiled
 * code or garbage, is no other one's.
 */
public final class WholeBench {
  private static final Duration END_TIME = Duration.ofSeconds(30);

  private final Path launcher;
  private final Path directory;
  private final PrintWriter out;

  /**
   * @param launcher the script {@code wasmwhisk}
   * @param directory gets {@code NAME.json}, {@code NAME.txt} and {@code NAME.log} of each, what it
   *     printed on stdout and stderr, and {@code plots}
   * @param out told of each
   */
  public WholeBench(Path launcher, Path directory, PrintWriter out) {
    this.launcher = launcher;
    this.directory = directory.toAbsolutePath();
    this.out = out;
  }

  /**
   * Runs them; a bench that fails is no reason not to run the next. What one does not take of its
   * time is the next one's.
   *
   * @throws IOException when a process cannot be started, or a file cannot be written
   */
  public List<Ended> run(List<Part> parts) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    List<Ended> ended = new ArrayList<>();
    Duration left = Duration.ZERO;
    for (Part part : parts) {
      left = left.plus(part.most());
      out.printf("%n%s%n%n", part.command());
      out.flush();
      Ended end = run(part, left);
      left = left.minus(end.time());
      Files.readString(text(part)).lines().forEach(out::println);
      out.printf("%n%s: %s, %d s.%n", part.name(), end.words(), end.time().toSeconds());
      out.flush();
      ended.add(end);
    }
    return ended;
  }

  private Path text(Part part) {
    return directory.resolve(part.name() + ".txt");
  }

  private Path samples(Part part) {
    return directory.resolve(part.name() + ".json");
  }

  private Ended run(Part part, Duration most) throws IOException, InterruptedException {
    Files.deleteIfExists(samples(part)); // of an earlier run, which would be taken for this one's
    long start = System.nanoTime();
    Process process =
        builder(part)
            .redirectOutput(text(part).toFile())
            .redirectError(directory.resolve(part.name() + ".log").toFile())
            .start();
    process.getOutputStream().close();
    Optional<Integer> code = end(process, most);
    return new Ended(part, Duration.ofNanos(System.nanoTime() - start), code);
  }

  private ProcessBuilder builder(Part part) {
    ProcessBuilder builder = new ProcessBuilder(launcher.toString(), "bench", part.name());
    builder.command().addAll(part.arguments());
    builder
        .command()
        .addAll(
            List.of(
                "--json",
                samples(part).toString(),
                "--plot",
                directory.resolve("plots").toString()));
    builder.environment().put("WASMWHISK_NO_BUILD", "1");
    builder.environment().put("WASMWHISK_JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  /** A bench that is told to end ends its server, too. */
  private static Optional<Integer> end(Process process, Duration most) throws InterruptedException {
    try {
      if (process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.of(process.exitValue());
      }
      process.destroy();
      if (!process.waitFor(END_TIME.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
      return Optional.empty();
    } catch (InterruptedException e) {
      process.destroy();
      throw e;
    }
  }
}
