// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.openwhisk;

import io.wasmwhisk.cli.openwhisk.OpenWhiskClasses;
import io.wasmwhisk.tests.cli.Repository;
import io.wasmwhisk.tests.plugin.ClassPathJars;
import io.wasmwhisk.tests.plugin.PluginDirectory;
import io.wasmwhisk.tests.plugin.ThisJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All contract tests in a JVM of their own: a real OpenWhisk's classes first, the assembled plugin
 * after them, as on an invoker, and neither openwhisk-api nor the reactor's classes.
 */
final class ContractRun {
  private static final String CONTRACT = "io/wasmwhisk/tests/contract";
  private static final long MOST_MINUTES = 60;
  private static final int SHOWN = 4_000;

  private static final List<String> SETTINGS = List.of("whisk.", "kamon.", "akka.", "pekko.");

  /** What the tests themselves use; the rest of the test class path is OpenWhisk's or ours. */
  private static final List<String> TEST_LIBRARIES = List.of("scalatest", "scalactic", "scala-xml");

  private final OpenWhiskClasses openWhisk;
  private final Path directory;

  /**
   * @param directory for a copy of the tests' classes, and what the run prints
   */
  ContractRun(OpenWhiskClasses openWhisk, Path directory) {
    this.openWhisk = openWhisk;
    this.directory = directory;
  }

  /** Runs them to the end. */
  List<ContractResult> results() throws IOException, InterruptedException {
    Path classes = contractClasses();
    Path reports = Files.createDirectories(directory.resolve("reports"));
    Path output = directory.resolve("output.txt");
    Process process =
        new ProcessBuilder(command(classes, reports))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
        throw new AssertionError(
            "the contract tests did not end within %d minutes: %s"
                .formatted(MOST_MINUTES, end(output)));
      }
    } finally {
      process.destroyForcibly();
    }
    List<ContractResult> results = ContractResult.in(reports);
    if (results.isEmpty()
        || process.exitValue() != 0 && results.stream().noneMatch(ContractResult::isFailed)) {
      throw new AssertionError(
          "the contract tests ended with code %d after %d tests: %s"
              .formatted(process.exitValue(), results.size(), end(output)));
    }
    return results;
  }

  private List<String> command(Path classes, Path reports) {
    List<String> command = new ArrayList<>(List.of(ThisJvm.java()));
    command.addAll(ThisJvm.options());
    command.add(
        "-Dmaven.multiModuleProjectDirectory="
            + System.getProperty("maven.multiModuleProjectDirectory", ""));
    // What the build, or who runs it, sets of OpenWhisk's for the contract tests.
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> SETTINGS.stream().anyMatch(name::startsWith))
        .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
    command.addAll(List.of("-cp", classPath(classes), "org.scalatest.tools.Runner"));
    command.addAll(List.of("-R", classes.toString(), "-w", CONTRACT.replace('/', '.')));
    command.addAll(List.of("-oW", "-u", reports.toString()));
    return command;
  }

  private String classPath(Path classes) {
    return Stream.of(
            openWhisk.classPath(),
            PluginDirectory.jars(),
            List.of(classes),
            ClassPathJars.namedLike(TEST_LIBRARIES))
        .flatMap(List::stream)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** A copy with the contract tests alone, for the toolkit of this OpenWhisk. */
  private Path contractClasses() throws IOException {
    Path from =
        switch (openWhisk.toolkit()) {
          case AKKA -> Repository.testClasses();
          case PEKKO -> Repository.testClassesForPekko();
        };
    Path to = directory.resolve("classes");
    try (Stream<Path> files = Files.walk(from.resolve(CONTRACT))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return to;
  }

  private static String end(Path output) throws IOException {
    String text = Files.readString(output);
    return text.substring(Math.max(0, text.length() - SHOWN));
  }
}
