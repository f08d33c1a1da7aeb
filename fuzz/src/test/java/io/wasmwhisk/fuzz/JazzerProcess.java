// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.Jazzer;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JVM that fuzzes one test, with this JVM's options and class path. */
final class JazzerProcess {
  private static final Path MODULE = Repository.ROOT.resolve("fuzz");
  private static final String SECONDS = System.getProperty("fuzz.seconds", "");
  private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second");

  private JazzerProcess() {}

  /**
   * How it ended.
   *
   * @param exitCode 0 when nothing was found
   * @param summary how much was done
   * @param output what it printed
   */
  record Report(int exitCode, String summary, String output) {}

  /** Whether Jazzer has a native part for this platform. */
  static boolean supported() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String system = os.startsWith("mac") ? "macos" : os.startsWith("windows") ? "windows" : os;
    String arch = System.getProperty("os.arch").replace("amd64", "x86_64");
    String driver = "/com/code_intelligence/jazzer/driver/jazzer_driver_%s_%s/";
    String file = System.mapLibraryName("jazzer_driver");
    return Jazzer.class.getResource(driver.formatted(system, arch) + file) != null;
  }

  /**
   * Fuzzes a test until something is found.
   *
   * @param executions at most, if no time is given
   */
  static Report run(Class<?> test, int executions) throws IOException, InterruptedException {
    Path corpus = corpus(test);
    Path log = Files.createTempFile("fuzz", ".log");
    Process process =
        new ProcessBuilder(command(test, executions, corpus))
            .directory(MODULE.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      int exitCode = process.waitFor();
      String output = new String(Files.readAllBytes(log), UTF_8);
      Matcher done = DONE.matcher(output);
      String summary =
          done.find() ? done.group(1) + " executions, " + done.group(2) + " s" : "not done";
      return new Report(exitCode, summary, output);
    } finally {
      process.destroyForcibly();
      Files.delete(log);
    }
  }

  private static List<String> command(Class<?> test, int executions, Path corpus)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> !argument.startsWith("-agentlib") && !argument.startsWith("-javaagent"))
        .forEach(command::add);
    if (SECONDS.isEmpty()) {
      // Most of a short run is the start of its JVM.
      command.add("-XX:TieredStopAtLevel=1");
      command.add("-XX:+UseSerialGC");
    }
    command.add("-Dmaven.multiModuleProjectDirectory=" + Repository.ROOT);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Jazzer.class.getName());
    command.add("--target_class=" + test.getName());
    command.add("--reproducer_path=" + System.getProperty("java.io.tmpdir"));
    command.add(SECONDS.isEmpty() ? "-runs=" + executions : "-max_total_time=" + SECONDS);
    if (SECONDS.isEmpty()) {
      command.add("-seed=1");
    }
    command.add("-timeout=30");
    command.add("-artifact_prefix=" + findings(test) + "/");
    command.add(corpus.toString());
    return command;
  }

  /** A build begins with the seeds alone, so that every build does the same. */
  private static Path corpus(Class<?> test) throws IOException {
    if (!SECONDS.isEmpty()) {
      return Files.createDirectories(MODULE.resolve(".corpus").resolve(test.getSimpleName()));
    }
    Path target = Files.createDirectories(MODULE.resolve("target/corpus"));
    return Files.createTempDirectory(target, test.getSimpleName());
  }

  /** Where Jazzer's JUnit extension looks for inputs, which it repeats in every build. */
  private static Path findings(Class<?> test) throws IOException {
    Method method =
        Arrays.stream(test.getDeclaredMethods())
            .filter(each -> each.isAnnotationPresent(FuzzTest.class))
            .findFirst()
            .orElseThrow();
    return Files.createDirectories(
        MODULE
            .resolve("src/test/resources")
            .resolve(test.getPackageName().replace('.', '/'))
            .resolve(test.getSimpleName() + "Inputs")
            .resolve(method.getName()));
  }
}
