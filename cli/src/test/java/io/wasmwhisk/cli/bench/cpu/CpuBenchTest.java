// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.cli.bench.contender.Circumstances;
import io.wasmwhisk.cli.bench.contender.Contender;
import io.wasmwhisk.cli.bench.contender.own.OwnEngines;
import io.wasmwhisk.cli.json.JsonMembers;
import io.wasmwhisk.engine.EngineChoice;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way, shortly, with our engine alone. */
class CpuBenchTest {
  private static final Path ACTIONS = Path.of("..", "actions");
  private static final CpuSettings SHORT =
      new CpuSettings(4, Duration.ofSeconds(1), Duration.ofSeconds(20));

  private final List<String> progress = new ArrayList<>();

  private CpuResult measure(Program program) throws Exception {
    List<String> failures = new ArrayList<>();
    try (OwnEngines engines = OwnEngines.start(List.of(EngineChoice.ENDIVE))) {
      List<Contender> contenders = engines.contenders(program.work(ACTIONS), failures);
      assertThat(failures).isEmpty();
      return new CpuBench(SHORT, progress::add).run(program, contenders);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nop", "cat-sync"})
  void activationsAreMeasuredPrintedAndWritten(String name, @TempDir Path directory)
      throws Exception {
    Program program =
        Program.ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    CpuResult result = measure(program);
    StringWriter printed = new StringWriter();

    CpuReport report =
        new CpuReport(new Circumstances("a machine", List.of("native: none")), List.of(result));
    CpuReport.print(new PrintWriter(printed), result, SHORT.activations());
    report.printSummary(new PrintWriter(printed));
    report.writeJson(directory.resolve("cpu.json"));
    new CpuPlots(List.of(result)).write(directory);

    assertThat(result.isRight()).isTrue();
    Course course = result.scores().get(0).course().orElseThrow();
    assertThat(course.walls().count()).isBetween(4, 14);
    assertThat(course.within()).isPositive();
    assertThat(progress).containsExactly(name + ": endive");
    assertThat(printed.toString())
        .contains("endive ", "sum 4")
        .endsWith("Absent:%n  native: none%n".formatted());
    assertThat(
            JsonMembers.of(Files.readString(directory.resolve("cpu.json")))
                .objects("programs")
                .get(0)
                .objects("contenders")
                .get(0)
                .names())
        .containsExactly(
            "contender",
            "description",
            "compile",
            "activationsInFirstSeconds",
            "wall",
            "cpu",
            "peak");
    assertThat(directory.resolve("cpu-first.png")).isNotEmptyFile();
    assertThat(directory.resolve("cpu-peak.svg")).isNotEmptyFile();
  }

  @Test
  void aWrongOutputIsAnErrorAndNoTime() throws Exception {
    CpuResult result = measure(new Program("nop", "bench/nop", "{}", "{\"ok\":false}", false));

    assertThat(result.isRight()).isFalse();
    assertThat(result.scores().get(0).course()).isEmpty();
    assertThat(result.scores().get(0).failure())
        .contains("{\"ok\":true} in place of the result {\"ok\":false}");
  }

  @Test
  void everyProgramHasItsModuleAndItsSource() {
    assertThat(Program.ALL)
        .hasSize(10)
        .allSatisfy(
            program -> {
              assertThat(program.work(ACTIONS).module()).isNotEmpty();
              assertThat(program.source(ACTIONS)).exists();
            });
  }

  @Test
  void activationsAreAtLeastOne() {
    assertThatThrownBy(() -> new CpuSettings(0, Duration.ofSeconds(5), Duration.ofSeconds(12)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0 activations are too few; at least 1");
  }
}
