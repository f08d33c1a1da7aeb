// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.cold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.cli.bench.call.Activation;
import io.wasmwhisk.cli.bench.call.Activations;
import io.wasmwhisk.cli.bench.contender.Circumstances;
import io.wasmwhisk.cli.bench.process.Usage;
import io.wasmwhisk.cli.bench.workload.Kind;
import io.wasmwhisk.cli.bench.workload.Language;
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

class ColdReportTest {
  private static final Kind WASM = new Kind("wasm", Language.WASM);
  private static final Activation COLD =
      new Activation(5_000_000, 40_000_000, 20, 4, 9, Optional.empty());
  private static final Activation WARM =
      new Activation(5_000_000, 3_000_000, 1, Activation.NONE, 2, Optional.empty());
  private static final Activation LOST =
      new Activation(5_000_000, 1, -1, -1, -1, Optional.of("hash-1000: no answer: it is gone"));
  private static final Usage SEEN =
      new Usage(42_000_000, 60_000_000, 80_000_000, 300 << 20, 900 << 20);

  private static Rounds rounds(Usage usage, Activation... activations) {
    Round round = new Round(new Activations(List.of(activations)), usage);
    return new Rounds(WASM, Code.KNOWN, activations.length, List.of(round, round));
  }

  private static String printed(Rounds... rounds) {
    StringWriter text = new StringWriter();
    new ColdReport(new Circumstances("a machine", List.of("nodejs:20: none")), List.of(rounds))
        .print(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void eachNumberAtOnceHasARow() {
    assertThat(
            printed(
                rounds(SEEN, COLD), rounds(new Usage(42_000_000, 0, 0, 0, 0), COLD, WARM, LOST)))
        .isEqualToIgnoringNewLines(
            """
            Milliseconds. A cold start is waitTime and initTime of the record; wait, init, duration and end to end are medians;
            last is the median of the rounds' last answers; CPU is the server's for each call.

                                      at                  cold    start                                              end to                         CPU    RSS
            kind            code    once  calls  warm     mean      p50      p99     cv    wait    init  duration       end       p99      last      ms    MiB
            wasm            known      1      2     0     24.0     24.0     24.0   0.00    20.0     4.0       9.0      40.0      40.0      42.0    60.0    300
            wasm            known      3      6     2     24.0     24.0     24.0   0.00    20.0     4.0       9.0      40.0      40.0      42.0       -      -
              WRONG: 2 of 6 calls
                hash-1000: no answer: it is gone

            Absent:
              nodejs:20: none
            """);
  }

  @Test
  void everyCallIsWrittenAndPlotted(@TempDir Path directory) throws Exception {
    List<Rounds> all = List.of(rounds(SEEN, COLD), rounds(SEEN, COLD, COLD));
    ColdReport report = new ColdReport(new Circumstances("a machine", List.of()), all);

    report.writeJson(directory.resolve("cold.json"));
    new ColdPlots(all).write(directory);

    JsonMembers first =
        JsonMembers.of(Files.readString(directory.resolve("cold.json"))).objects("rounds").get(0);
    assertThat(first.names())
        .containsExactly("kind", "code", "atOnce", "warm", "lastAnswer", "usage", "repeats");
    assertThat(first.object("usage").orElseThrow().toString())
        .isEqualTo(
            "{\"wall\":84.0,\"serverCpu\":120.0,\"machineCpu\":160.0,\"serverRss\":314572800,"
                + "\"machineMemory\":943718400}");
    assertThat(first.objects("repeats")).hasSize(2);
    assertThat(first.objects("repeats").get(0).get("calls")).contains("[[0,40000,20,4,9]]");
    assertThat(directory.resolve("cold-starts.png")).isNotEmptyFile();
    assertThat(directory.resolve("cold-last.svg")).isNotEmptyFile();
    assertThat(report.isRight()).isTrue();
    assertThat(
            new ColdReport(new Circumstances("", List.of()), List.of(rounds(SEEN, LOST))).isRight())
        .isFalse();
  }

  @Test
  void whatMeasuresNothingIsRefused() {
    assertThatThrownBy(
            () -> new ColdSettings(0, 3, Duration.ZERO, Duration.ZERO, List.of(Code.NEW)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "3 repeats of rounds of up to 0 calls at once measure nothing: at least 1 of each");
  }
}
