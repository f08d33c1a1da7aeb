// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.tests.cli.Tool;
import io.wasmwhisk.tests.cli.Tool.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Benches of a whole server whose process they look into, with tiny parameters. */
class ServerBenchesTest {
  @ParameterizedTest
  @CsvSource({
    "capacity --warm-up 50 --activations 30 --sleep 2s, '30 activations slept for 2000 ms at once, each by its own clock and by its record.'",
    "'churn --functions 1,6 --rate 5 --time 2s --warm-up 1s --containers 2', 'of those begun must be: held.'",
    "'density --actions 0,30 --looks 1 --settle 100ms --sleep 3s --most 64m', 'KiB of heap; at most 65536.0: held.'"
  })
  void aBenchStartsItsOwnServerAndHolds(String bench, String verdict) throws Exception {
    Ended ended = Tool.wasmwhisk().and("bench").and(bench.split(" ")).and("--heap", "512m").run();

    assertThat(ended.err().lines()).allMatch(line -> line.startsWith("wasmwhisk: "));
    assertThat(ended.out()).contains("; wasmwhisk standalone, heap 512m\n", verdict);
    assertThat(ended.code()).isZero();
  }

  /** So many that the heap of other changes is less; the server has been warmed up by then. */
  @Test
  void containersThatTakeMoreThanTheyMayExceedTheBound() throws Exception {
    Ended ended =
        Tool.wasmwhisk()
            .and("bench", "density", "--heap", "512m", "--most", "1k")
            .run("--actions", "300", "--looks", "2", "--settle", "4s", "--sleep", "15s");

    assertThat(ended.out()).endsWith("KiB of heap; at most 1.0: EXCEEDED.\n");
    assertThat(ended.code()).isEqualTo(32);
  }

  @Test
  void theWholeIsOneDirectory(@TempDir Path directory) throws Exception {
    Ended ended =
        Tool.wasmwhisk()
            .within(Duration.ofMinutes(4))
            .and("bench", "all", "--quick", "--only", "start,capacity")
            .run("--output", directory.toString());

    assertThat(ended.err()).isEmpty();
    assertThat(ended.out())
        .contains(
            "\nwasmwhisk bench start --repeats 1\n",
            "\ncapacity: done, ",
            "\nThe targets.\n",
            "; 2 benches in ");
    assertThat(directory.resolve("start.json")).isNotEmptyFile();
    assertThat(directory.resolve("capacity.txt")).isNotEmptyFile();
    assertThat(directory.resolve("plots/capacity-memory.svg")).isNotEmptyFile();
    assertThat(Files.readString(directory.resolve("summary.md")))
        .contains(
            "| sleeps of 5 s in flight at once, each proven | at least 5000 | 20 | 0.00 | NOT MET |");
    assertThat(directory.resolve("summary.json")).isNotEmptyFile();
    assertThat(ended.code()).isEqualTo(32);
  }

  @Test
  void aBenchThatThereIsNotIsNamed(@TempDir Path directory) throws Exception {
    assertThat(
            Tool.wasmwhisk()
                .run("bench", "all", "--output", directory.toString(), "--only", "soak"))
        .isEqualTo(
            new Ended(
                2,
                "",
                "wasmwhisk: There is no bench soak in the whole; there are start, guests, restart,"
                    + " cpu, rest, cold, concurrency, mixed, capacity, churn, density.\n"));
  }
}
