// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.cli.json.JsonMembers;
import io.wasmwhisk.cli.rest.ServerAccess;
import io.wasmwhisk.standalone.Standalone;
import io.wasmwhisk.standalone.StandaloneSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The evaluation programs, shortly, against our own server in this JVM. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvaluationCommandsTest {
  private static final String PID = Long.toString(ProcessHandle.current().pid());

  private final Standalone server = Standalone.start(StandaloneSettings.DEFAULTS.withPort(0));
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  void homeIsTheRepository() {
    System.setProperty("wasmwhisk.home", "..");
  }

  @AfterAll
  void stop() {
    server.close();
    System.clearProperty("wasmwhisk.home");
  }

  private int bench(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(List.of("bench"));
    all.addAll(Arrays.asList(arguments));
    if (!all.contains("--apihost")) {
      all.addAll(List.of("--apihost", server.url().toString(), "--auth", ServerAccess.GUEST_KEY));
    }
    return WasmWhisk.execute(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }

  /** The table without the first line, which is the machine, with # for each number. */
  private String table() {
    return out.toString()
        .lines()
        .skip(1)
        .map(line -> line.replaceAll("(?<= )([0-9]+(\\.[0-9]+)?|-)(?= |$)", "#"))
        .map(line -> line.replaceAll(" +", " ").stripTrailing())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void coldStartsOfBothCodes(@TempDir Path directory) throws Exception {
    Path json = directory.resolve("cold.json");

    int code =
        bench(
            "cold",
            "--most",
            "2",
            "--repeats",
            "1",
            "--pause",
            "1ms",
            "--warm-up",
            "1ms",
            "--kind",
            "wasm,nodejs:20",
            "-c",
            "2",
            "--memory",
            "64m",
            "--pid",
            PID,
            "--json",
            json.toString(),
            "--plot",
            directory.toString());

    assertThat(table())
        .isEqualTo(
            """

            Milliseconds. A cold start is waitTime and initTime of the record; wait, init, duration and end to end are medians;
            last is the median of the rounds' last answers; CPU is the server's for each call.

             at cold start end to CPU RSS
            kind code once calls warm mean p50 p99 cv wait init duration end p99 last ms MiB
            wasm known # # # # # # # # # # # # # # #
            wasm known # # # # # # # # # # # # # # #
            wasm new # # # # # # # # # # # # # # #
            wasm new # # # # # # # # # # # # # # #

            Absent:
             nodejs:20: the server has only nodejs:quickjs, wasm, wasm:0.1, wasm:js""");
    assertThat(code).isZero();
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "wasmwhisk: warm-up\nwasmwhisk: 1 at once of 2, repeat 1 of 1\nwasmwhisk: 2 at once of 2, repeat 1 of 1\n");
    List<JsonMembers> rounds = JsonMembers.of(Files.readString(json)).objects("rounds");
    assertThat(rounds).hasSize(4);
    assertThat(rounds.get(1).objects("repeats").get(0).get("count")).contains("2");
    assertThat(rounds.get(1).objects("repeats").get(0).object("coldStart")).isPresent();
    assertThat(directory.resolve("cold-starts.svg")).isNotEmptyFile();
    assertThat(directory.resolve("cold-last.png")).isNotEmptyFile();
  }

  @Test
  void concurrencyOfBothPrograms(@TempDir Path directory) throws Exception {
    Path json = directory.resolve("concurrency.json");

    int code =
        bench(
            "concurrency",
            "--most",
            "2",
            "--step",
            "1s",
            "--warm-up",
            "1ms",
            "--pid",
            PID,
            "--json",
            json.toString(),
            "--plot",
            directory.toString());

    assertThat(table())
        .isEqualTo(
            """

            Milliseconds from the request to the answer; wait, init and duration are medians of the activation records;
            CPU is processors kept busy, by the server and by all of its machine.

             in answers end to CPU CPU RSS
            kind flight calls cold a second end p50 p99 cv wait init duration server machine MiB
            wasm hello # # # # # # # # # # # # #
            wasm hello # # # # # # # # # # # # #
            wasm hash # # # # # # # # # # # # #
            wasm hash # # # # # # # # # # # # #
            """);
    assertThat(code).isZero();
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "wasmwhisk: hello, wasm: warm-up, then 1 to 2 in flight\nwasmwhisk: hash, wasm: warm-up, then 1 to 2 in flight\n");
    List<JsonMembers> levels = JsonMembers.of(Files.readString(json)).objects("levels");
    assertThat(levels).hasSize(4);
    assertThat(levels.get(0).object("activations").orElseThrow().names()).contains("calls");
    assertThat(directory.resolve("concurrency-hash-latency.svg")).isNotEmptyFile();
  }

  @Test
  void mixesOfTwoKinds(@TempDir Path directory) throws Exception {
    Path json = directory.resolve("mixed.json");

    int code =
        bench(
            "mixed",
            "--shares",
            "25,75",
            "--requests",
            "4",
            "--samples",
            "2",
            "--prime",
            "1000",
            "--pause",
            "1ms",
            "--warm-up",
            "1ms",
            "--kind",
            "wasm,wasm:js",
            "--json",
            json.toString(),
            "--plot",
            directory.toString());

    assertThat(table())
        .isEqualTo(
            """

            Milliseconds. A sample is the calls that are sent at once, from the first request to the last answer; prime computes,
            net waits for # ms; wait and duration are medians of the activation records; CPU is processors kept busy.

             prime/ answers prime: net: CPU CPU RSS
            kind net calls cold a second sample cv p50 p99 wait duration p50 p99 wait duration server machine MiB
            wasm 25/75 # # # # # # # # # # # # # # # #
            wasm 75/25 # # # # # # # # # # # # # # # #
            wasm:js 25/75 # # # # # # # # # # # # # # # #
            wasm:js 75/25 # # # # # # # # # # # # # # # #
            """);
    assertThat(code).isZero();
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "wasmwhisk: wasm: warm-up, then 2 samples of 4 calls for each share\nwasmwhisk: wasm:js: warm-up, then 2 samples of 4 calls for each share\n");
    List<JsonMembers> mixes = JsonMembers.of(Files.readString(json)).objects("mixes");
    assertThat(mixes).hasSize(4);
    assertThat(mixes.get(0).object("prime").flatMap(each -> each.get("count"))).contains("2");
    assertThat(mixes.get(0).object("net").flatMap(each -> each.get("count"))).contains("6");
    assertThat(directory.resolve("mixed-throughput.svg")).isNotEmptyFile();
  }

  @Test
  void withoutAnyOfTheKindsNothingIsMeasured() {
    int code = bench("mixed", "--kind", "nodejs:20,go:1.20");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "wasmwhisk: None of the kinds can be measured:"
                + " nodejs:20: the server has only nodejs:quickjs, wasm, wasm:0.1, wasm:js;"
                + " go:1.20: the server has only nodejs:quickjs, wasm, wasm:0.1, wasm:js.\n");
  }

  @Test
  void aServerThatIsNotThereIsNamed() {
    assertThat(bench("cold", "--apihost", "http://127.0.0.1:1", "--auth", "u:p")).isEqualTo(20);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "wasmwhisk: Nothing answers at http://127.0.0.1:1. Is the server running? Another one is"
                + " named by --apihost.\n");
  }

  @Test
  void wrongNumbersAreNamed() {
    assertThat(bench("cold", "--most", "0")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "wasmwhisk: 3 repeats of rounds of up to 0 calls at once measure nothing: at least 1 of"
                + " each\n");
    assertThat(bench("cold", "--code", "old")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines("wasmwhisk: There is no code 'old': known, new or both.\n");
    assertThat(bench("concurrency", "--programs", "hello,nap")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines("wasmwhisk: There is no program nap; there are hello, hash.\n");
    assertThat(bench("mixed", "--prime", "0")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "wasmwhisk: prime number 0 cannot be asked for: 1 to 50000000\n");
    assertThat(bench("cold", "--memory", "1000k")).isEqualTo(2);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "wasmwhisk: --memory of 1024000 bytes is no whole number of megabytes.\n");
  }
}
