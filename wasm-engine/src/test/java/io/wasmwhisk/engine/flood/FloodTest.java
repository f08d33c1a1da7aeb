// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.flood;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.SuiteEngine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Memory bombs that together want a hundred times the heap of their JVM: each ends as a value, a
 * neighbour never fails, the JVM never lacks memory. {@link Flood} with 1000 bombs, 1000 at once,
 * is run by hand.
 */
class FloodTest {
  private static final String ROOT = System.getProperty("maven.multiModuleProjectDirectory");
  private static final String ENGINE = SuiteEngine.CHOICE.word();
  private static final int BOMBS = 63;

  /** What a bomb may say at its end; a time-out is no harm where the machine is busy. */
  private static final String END =
      "[A-Z]+ The guest (got no more memory: .*|exhausted its memory limit .*|trapped: (unreachable|call stack exhausted)\\.|exceeded its time limit .*): \\d+";

  @ParameterizedTest
  @ValueSource(strings = {"-XX:+UseG1GC", "-XX:+UseSerialGC"})
  void aFloodEndsAsValuesAndLeavesTheHeapAsItWas(String collector, @TempDir Path directory)
      throws Exception {
    List<String> lines = run(collector, directory);

    assertThat(lines).contains("engine: " + ENGINE).anyMatch(line -> line.startsWith("memory: "));
    assertThat(lines.stream().filter(line -> line.matches("[A-Z]+ .*")))
        .isNotEmpty()
        .allMatch(line -> line.matches(END));
    assertThat(number(lines, "[A-Z]+ The guest .*: (\\d+)")).isEqualTo(BOMBS);
    assertThat(lines.stream().filter(line -> line.startsWith("neighbour ")))
        .hasSize(2)
        .anyMatch(line -> line.startsWith("neighbour Result: "));
    assertThat(number(lines, "memory: .*, used=(\\d+), .*")).isZero();
    assertThat(number(lines, "heap grew MiB: (-?\\d+)")).isLessThan(50);
    assertThat(directory).isEmptyDirectory();
  }

  /** The program's output; its JVM has the options of this one, and less heap. */
  private List<String> run(String collector, Path directory)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of(
            "-Xmx512m",
            collector,
            "-XX:+HeapDumpOnOutOfMemoryError",
            "-XX:HeapDumpPath=" + directory,
            "-D%s=%s".formatted(SuiteEngine.PROPERTY, ENGINE),
            "-cp",
            System.getProperty("java.class.path"),
            Flood.class.getName(),
            Path.of(ROOT, "actions", "c", "hello.wasm").toString(),
            String.valueOf(BOMBS),
            String.valueOf(BOMBS)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().toList();
  }

  private static long number(List<String> lines, String pattern) {
    return lines.stream()
        .map(Pattern.compile(pattern)::matcher)
        .filter(Matcher::matches)
        .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
        .sum();
  }
}
