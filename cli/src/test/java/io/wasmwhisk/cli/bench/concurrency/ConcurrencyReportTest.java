// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.cli.bench.call.Activation;
import io.wasmwhisk.cli.bench.call.Activations;
import io.wasmwhisk.cli.bench.contender.Circumstances;
import io.wasmwhisk.cli.bench.process.Usage;
import io.wasmwhisk.cli.bench.workload.Kind;
import io.wasmwhisk.cli.bench.workload.Language;
import io.wasmwhisk.cli.bench.workload.Workload;
import io.wasmwhisk.cli.json.JsonMembers;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrencyReportTest {
  private static final Activation RIGHT =
      new Activation(1_000_000, 2_500_000, 1, Activation.NONE, 2, Optional.empty());
  private static final Activation COLD =
      new Activation(2_000_000, 7_500_000, 3, 2, 4, Optional.empty());
  private static final Activation LOST =
      new Activation(
          3_000_000, 1, -1, -1, -1, Optional.of("hello: status 429: Too many requests."));

  private static Level level(int inFlight, Usage usage, Activation... activations) {
    return new Level(
        new Kind("wasm", Language.WASM),
        Workload.HELLO,
        inFlight,
        new Activations(List.of(activations)),
        usage);
  }

  private static final Level SEEN =
      level(
          1,
          new Usage(500_000_000, 250_000_000, 750_000_000, 300 << 20, 900 << 20),
          COLD,
          RIGHT,
          RIGHT);

  @Test
  void eachLevelHasARow() {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    ConcurrencyReport.printLegend(out);
    ConcurrencyReport.print(out, SEEN);
    ConcurrencyReport.print(out, level(2, new Usage(500_000_000, 0, 0, 0, 0), LOST, RIGHT));
    new ConcurrencyReport(new Circumstances("a machine", List.of("nodejs:20: none")), List.of())
        .printAbsent(out);

    assertThat(text.toString())
        .isEqualToIgnoringNewLines(
            """
            Milliseconds from the request to the answer; wait, init and duration are medians of the activation records;
            CPU is processors kept busy, by the server and by all of its machine.

                                        in                 answers   end to                                               CPU      CPU    RSS
            kind                    flight   calls  cold  a second  end p50      p99     cv    wait    init  duration  server  machine    MiB
            wasm            hello        1       3     1       6.0      2.5      7.5   0.57     1.0     2.0       2.0    0.50     1.50    300
            wasm            hello        2       2     0       2.0      2.5      2.5   0.00     1.0       -       2.0       -        -      -
              WRONG: 1 of 2 calls
                hello: status 429: Too many requests.

            Absent:
              nodejs:20: none
            """);
  }

  @Test
  void everyCallIsWrittenAndPlotted(@TempDir Path directory) throws Exception {
    List<Level> all = List.of(SEEN, level(2, SEEN.usage(), RIGHT));
    ConcurrencyReport report = new ConcurrencyReport(new Circumstances("a", List.of()), all);

    report.writeJson(directory.resolve("concurrency.json"));
    new ConcurrencyPlots(all).write(directory);

    JsonMembers first =
        JsonMembers.of(Files.readString(directory.resolve("concurrency.json")))
            .objects("levels")
            .get(0);
    assertThat(first.names())
        .containsExactly("kind", "program", "inFlight", "answersPerSecond", "usage", "activations");
    assertThat(first.get("answersPerSecond")).contains("6.0");
    assertThat(first.object("activations").flatMap(each -> each.get("calls")))
        .contains("[[1000,7500,3,2,4],[0,2500,1,-1,2],[0,2500,1,-1,2]]");
    for (String what : List.of("throughput", "latency", "wait")) {
      assertThat(directory.resolve("concurrency-hello-%s.svg".formatted(what))).isNotEmptyFile();
    }
    assertThat(report.isRight()).isTrue();
  }

  @Test
  void whatMeasuresNothingIsRefused() {
    assertThatThrownBy(() -> new ConcurrencySettings(0, Duration.ZERO, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0 calls in flight measure nothing: at least 1");
  }
}
