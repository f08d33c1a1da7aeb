// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.mixed;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MixedReportTest {
  private static final Kind NODE = new Kind("nodejs:20", Language.JAVASCRIPT);
  private static final Activation PRIME =
      new Activation(1_000_000, 900_000_000, 1, Activation.NONE, 890, Optional.empty());
  private static final Activation NET =
      new Activation(1_500_000, 304_000_000, 2, 1, 301, Optional.empty());
  private static final Activation LOST =
      new Activation(1_500_000, 1, -1, -1, -1, Optional.of("net: no answer: it is gone"));
  private static final Usage SEEN =
      new Usage(1_000_000_000, 950_000_000, 1_200_000_000, 300 << 20, 900 << 20);

  private static Mix mix(int share, Usage usage, List<Activation> primes, List<Activation> nets) {
    return new Mix(
        NODE,
        share,
        List.of(new Mix.Sample(new Activations(primes), new Activations(nets), usage)));
  }

  @Test
  void eachShareHasARow() {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    MixedReport.printLegend(out);
    MixedReport.print(out, mix(25, SEEN, List.of(PRIME), List.of(NET, NET, NET)));
    MixedReport.print(
        out, mix(0, new Usage(1_000_000_000, 0, 0, 0, 0), List.of(), List.of(NET, LOST)));
    new MixedReport(new Circumstances("a machine", List.of("go:1.20: none")), List.of())
        .printAbsent(out);

    assertThat(text.toString())
        .isEqualToIgnoringNewLines(
            """
            Milliseconds. A sample is the calls that are sent at once, from the first request to the last answer; prime computes,
            net waits for 300 ms; wait and duration are medians of the activation records; CPU is processors kept busy.

                              prime/                answers                  prime:                            net:                             CPU      CPU    RSS
            kind                 net  calls  cold  a second   sample    cv      p50     p99   wait duration     p50     p99   wait duration  server  machine    MiB
            nodejs:20          25/75      4     3       4.0     1000  0.00      900     900    1.0      890     304     304    2.0      301    0.95     1.20    300
            nodejs:20          0/100      2     1       1.0     1000  0.00        -       -      -        -     304     304    2.0      301       -        -      -
              WRONG: 1 of 2 calls
                net: no answer: it is gone

            Absent:
              go:1.20: none
            """);
  }

  @Test
  void everyCallIsWrittenAndPlotted(@TempDir Path directory) throws Exception {
    List<Mix> all =
        List.of(
            mix(25, SEEN, List.of(PRIME), List.of(NET, NET, NET)),
            mix(100, SEEN, List.of(PRIME), List.of()));
    MixedReport report = new MixedReport(new Circumstances("a machine", List.of()), all);

    report.writeJson(directory.resolve("mixed.json"));
    new MixedPlots(all).write(directory);

    JsonMembers first =
        JsonMembers.of(Files.readString(directory.resolve("mixed.json"))).objects("mixes").get(0);
    assertThat(first.names())
        .containsExactly(
            "kind", "primePercent", "answersPerSecond", "sample", "usage", "prime", "net");
    assertThat(first.object("prime").flatMap(each -> each.get("calls")))
        .contains("[[0,900000,1,-1,890]]");
    assertThat(directory.resolve("mixed-throughput.png")).isNotEmptyFile();
    assertThat(directory.resolve("mixed-net.svg")).isNotEmptyFile();
    assertThat(report.isRight()).isTrue();
  }
}
