// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.whole;

import static org.assertj.core.api.Assertions.assertThat;

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

/** What the benches' files say. */
class TargetsTest {
  private static final String GUESTS =
      """
      {"guests":[{"guest":"c","contenders":[
        {"contender":"graalwasm",
         "PAUSED":{"p50":20000,"p99":150000},"NEW":{"p50":9000000},
         "ONE_THREAD":{"p50":30000,"count":1000,"wall":1000000000},
         "TWO_THREADS":{"count":1800,"wall":1000000000}},
        {"contender":"endive",
         "PAUSED":{"p50":12000,"p99":144000},"NEW":{"p50":8000000},
         "ONE_THREAD":{"p50":24000,"count":2000,"wall":1000000000},
         "TWO_THREADS":{"count":3000,"wall":1000000000}},
        {"contender":"wasmtime",
         "PAUSED":{"p50":17000},"NEW":{"p50":32000000},"ONE_THREAD":{"p50":9000},
         "OVERHEAD":{"p50":1000}}]},
       {"guest":"rust","contenders":[{"contender":"auto","PAUSED":{"p50":1,"p99":11}}]}]}
      """;

  private static final String CPU =
      """
      {"programs":[
        {"program":"nop","contenders":[{"contender":"auto","wall":{"samples":[1]}}]},
        {"program":"sha256","contenders":[
          {"contender":"native","peak":{"p50":100}},
          {"contender":"auto","wall":{"samples":[400,FIFTY]},"peak":{"p50":90}},
          {"contender":"endive","wall":{"samples":[200,FIFTY]},"peak":{"p50":90}}]},
        {"program":"json","contenders":[
          {"contender":"native","peak":{"p50":100}},
          {"contender":"auto","wall":{"samples":[100]},"peak":{"p50":160}}]}]}
      """
          .replace("FIFTY", "10,".repeat(48) + "10");

  @TempDir private Path directory = Path.of("");

  private Target target(String what) throws Exception {
    return Targets.read(directory).stream()
        .filter(each -> each.what().equals(what))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theBetterEngineCountsUnlessAutoWasMeasured() throws Exception {
    Files.writeString(directory.resolve("guests.json"), GUESTS);

    assertThat(target("c: warm, the next instance ready, over wasmtime"))
        .isEqualTo(
            new Target(
                "c: warm, the next instance ready, over wasmtime",
                "guests",
                "at most 1 ×",
                "0.75 ×: endive 12 µs, wasmtime 16 µs less Python's 1 µs; graalwasm 1.25 ×",
                0.75,
                Target.Verdict.MET));
    assertThat(target("c: warm, saturated, over wasmtime").measured())
        .isEqualTo("3 ×: endive 24 µs, wasmtime 8 µs less Python's 1 µs; graalwasm 3.75 ×");
    assertThat(target("c: warm, p99 over p50").measured())
        .isEqualTo("12 ×: endive 144 µs and 12 µs");
    assertThat(target("c: warm, p99 over p50").verdict()).isEqualTo(Target.Verdict.MISSED);
    assertThat(target("c: never seen before, to the result, over wasmtime").verdict())
        .isEqualTo(Target.Verdict.MET);
    assertThat(target("c: throughput of 2 threads over 1").measured())
        .isEqualTo("1.50 ×: endive 3000 and 2000 a second");
    assertThat(target("rust: warm, the next instance ready, over wasmtime").measured())
        .isEqualTo("no wasmtime");
    assertThat(target("rust: warm, p99 over p50").measured()).startsWith("11 ×: auto ");
    assertThat(target("go: warm, p99 over p50").measured()).isEqualTo("guest not there");
  }

  @Test
  void keptClassesAreComparedWithAThirdOfWhatANewModuleMayTake() throws Exception {
    Files.writeString(
        directory.resolve("restart.json"),
        """
        {"guests":[{"guest":"c","scores":[
          {"contender":"graalwasm","kept":true,"new":{"p50":5000000}},
          {"contender":"endive","kept":true,"new":{"p50":1000000}},
          {"contender":"endive","kept":false,"new":{"p50":15000000}},
          {"contender":"wasmtime","kept":false,"new":{"p50":10000000}}]},
         {"guest":"rust","scores":[{"contender":"endive","kept":true,"new":{"p50":1000000}}]}]}
        """);

    assertThat(target("c: after a restart with the class cache, to the result, over wasmtime"))
        .isEqualTo(
            new Target(
                "c: after a restart with the class cache, to the result, over wasmtime",
                "restart",
                "at most 0.13 ×",
                "0.10 ×: endive 1 ms, never seen 15 ms, wasmtime 10 ms",
                0.1 / (0.4 / 3),
                Target.Verdict.MET));
    assertThat(
            target("rust: after a restart with the class cache, to the result, over wasmtime")
                .measured())
        .isEqualTo("no wasmtime, or no times");
    assertThat(
            target("go: after a restart with the class cache, to the result, over wasmtime")
                .measured())
        .isEqualTo("guest not there");
  }

  @Test
  void workForTheProcessorIsComparedWithNativeCodesPeak() throws Exception {
    Files.writeString(directory.resolve("cpu.json"), CPU);

    assertThat(target("work of native code's 100 ms: activation #1, over native code").measured())
        .isEqualTo("2 ×: auto, geometric mean of 2 programs");
    assertThat(target("work of native code's 100 ms: peak, over native code").measured())
        .isEqualTo("1.20 ×: auto, geometric mean of 2 programs");
    assertThat(target("sum of the first 50 activations: auto over the better engine"))
        .isEqualTo(
            new Target(
                "sum of the first 50 activations: auto over the better engine",
                "cpu",
                "at most 1.10 ×",
                "1.29 ×: the worst is sha256",
                890.0 / 690 / 1.1,
                Target.Verdict.MISSED));
  }

  @Test
  void serversAreReadToo() throws Exception {
    Files.writeString(
        directory.resolve("capacity.json"),
        "{\"steps\":[{\"activations\":4000,\"held\":true},{\"activations\":5000,\"held\":false}]}");
    Files.writeString(
        directory.resolve("density.json"),
        "{\"populations\":[{\"actions\":0},{\"actions\":1000,\"idleBytes\":8192}]}");
    Files.writeString(
        directory.resolve("churn.json"),
        "{\"stages\":[{\"answeredPerSecond\":40},{\"answeredPerSecond\":38}]}");
    Files.writeString(
        directory.resolve("rest.json"),
        """
        {"scores":[
          {"server":"wasm","answersPerSecond":900},{"server":"wasm","answersPerSecond":1200},
          {"server":"nodejs","answersPerSecond":400},{"server":"nodejs","answersPerSecond":300}]}
        """);
    Files.writeString(
        directory.resolve("start.json"),
        "{\"RUN\":{\"p50\":700000000},\"STANDALONE\":{\"p50\":2500000000}}");

    assertThat(
            target("hello over standalone's REST, over OpenWhisk's nodejs action server")
                .measured())
        .isEqualTo("3 ×: 1200 and 400 answers a second");
    assertThat(target("sleeps of 5 s in flight at once, each proven"))
        .isEqualTo(
            new Target(
                "sleeps of 5 s in flight at once, each proven",
                "capacity",
                "at least 5000",
                "4000",
                0.8,
                Target.Verdict.MISSED));
    assertThat(target("heap of an idle container").measured()).isEqualTo("8 KiB");
    assertThat(target("answers a second with the most functions, over those with one").measured())
        .isEqualTo("0.95 ×");
    assertThat(target("wasmwhisk run of hello").verdict()).isEqualTo(Target.Verdict.MISSED);
    assertThat(target("standalone to its first ping").verdict()).isEqualTo(Target.Verdict.MET);
  }

  @Test
  void whatNobodyWroteIsNotMeasured() throws Exception {
    Files.writeString(directory.resolve("cpu.json"), "{\"programs\":[{\"pro");

    List<Target> targets = Targets.read(directory);

    assertThat(targets).hasSize(36);
    assertThat(targets).allMatch(each -> each.verdict() == Target.Verdict.ABSENT);
    assertThat(target("heap of an idle container").measured()).isEqualTo("no figures");
    assertThat(target("cold container of a known module, over warm").measured())
        .isEqualTo("not a part of this command; JMH's ActivationBenchmark measures it");
  }

  @Test
  void theSummaryIsATableForPeopleAndProgrammes() throws Exception {
    Part part = new Part("density", List.of("--looks", "1"), Duration.ofMinutes(1));
    Summary summary =
        new Summary(
            "a machine",
            List.of(
                new Ended(part, Duration.ofSeconds(7), Optional.of(32)),
                new Ended(part, Duration.ofSeconds(60), Optional.empty())),
            List.of(
                Target.atMost("heap", "density", 16, " KiB", 20, ""),
                Target.atMost("start", "start", 0.6, " s", Double.NaN, "no figures")));
    StringWriter printed = new StringWriter();

    summary.print(new PrintWriter(printed));
    summary.write(directory);

    assertThat(summary.held()).isFalse();
    assertThat(printed.toString())
        .endsWith(
            "%n0 met, 1 not met, 1 not measured; 2 benches in 67 s, of which density ended after 60 s.%n"
                .formatted());
    assertThat(Files.readString(directory.resolve("summary.md")))
        .isEqualToIgnoringNewLines(
            """
            a machine

            | | target | measured | ratio | |
            |---|---|---|---|---|
            | heap | at most 16 KiB | 20 KiB | 1.25 | NOT MET |
            | start | at most 0.60 s | no figures | - | not measured |

            0 met, 1 not met, 1 not measured; 2 benches in 67 s, of which density ended after 60 s.

            * `wasmwhisk bench density --looks 1`: ended with code 32, 7 s
            * `wasmwhisk bench density --looks 1`: ended after 60 s, 60 s
            """);
    assertThat(
            JsonMembers.of(Files.readString(directory.resolve("summary.json"))).objects("targets"))
        .hasSize(2);
  }
}
