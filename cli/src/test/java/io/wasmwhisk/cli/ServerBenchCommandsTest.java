// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.cli.json.JsonMembers;
import io.wasmwhisk.cli.rest.ServerAccess;
import io.wasmwhisk.standalone.Standalone;
import io.wasmwhisk.standalone.StandaloneSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Benches of whole servers, shortly, against our own server in this JVM, whose process is therefore
 * not looked into; {@code ServerBenchesTest} has the rest.
 */
class ServerBenchCommandsTest {
  @TempDir private Path directory = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void homeIsTheRepository() {
    System.setProperty("wasmwhisk.home", "..");
  }

  @AfterEach
  void homeIsForgotten() {
    System.clearProperty("wasmwhisk.home");
  }

  private Standalone server(String config) throws IOException {
    Path file = Files.writeString(directory.resolve("server.conf"), config);
    return Standalone.start(StandaloneSettings.DEFAULTS.withPort(0).withConfigFile(file));
  }

  private int bench(Standalone server, String arguments) {
    String[] all =
        Stream.concat(
                Arrays.stream(("bench " + arguments).split(" ")),
                Stream.of("--apihost", server.url().toString(), "--auth", ServerAccess.GUEST_KEY))
            .toArray(String[]::new);
    return WasmWhisk.execute(new PrintWriter(out, true), new PrintWriter(err, true), all);
  }

  /** All but the machine and the columns' names, with # for each number. */
  private String table() {
    return out.toString()
        .lines()
        .skip(4)
        .map(line -> line.replaceAll("(?<![\\w:/-])[0-9]+(\\.[0-9]+)?(?!\\w)", "#"))
        .map(line -> line.replaceAll(" +", " ").strip())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void everySleepIsProvenAndWritten() throws Exception {
    Path json = directory.resolve("capacity.json");
    int code;
    try (Standalone server =
        server("whisk { concurrency-limit.max = 50, memory.min = 8 m }\n" + WIDE)) {
      code =
          bench(
              server,
              "capacity --warm-up 20 --activations 2,20 --sleep 1s -c 10 --json %s --plot %s"
                  .formatted(json, directory));
    }

    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            """
            wasmwhisk: warm-up
            wasmwhisk: 2 activations at once
            wasmwhisk: 20 activations at once
            """);
    assertThat(table())
        .isEqualTo(
            """
            # # # # # # # - - - - - - held
            # # # # # # # - - - - - - held

            # activations slept for # ms at once, each by its own clock and by its record.""");
    assertThat(code).isZero();
    List<JsonMembers> steps = JsonMembers.of(Files.readString(json)).objects("steps");
    assertThat(steps).hasSize(2);
    assertThat(steps.getLast().get("asleep")).contains("20");
    assertThat(steps.getLast().object("durationNanos").flatMap(each -> each.get("count")))
        .contains("20");
    assertThat(directory.resolve("capacity-course.svg")).isNotEmptyFile();
    assertThat(directory.resolve("capacity-course.png")).isNotEmptyFile();
  }

  /** Room for one container with one activation: each is taken, and none of them fails. */
  @Test
  void sleepsOneAfterTheOtherAreNoCapacity() throws Exception {
    int code;
    try (Standalone server =
        server(
            "whisk { memory { min = 8 m, std = 8 m, max = 8 m }, container-pool.user-memory = 8 m }\n"
                + WIDE)) {
      code = bench(server, "capacity --warm-up 5 --activations 1,3,5 --sleep 500ms -c 1");
    }

    assertThat(out.toString())
        .contains(
            "    1 of 3 were asleep at once, 1 under way: they were not all begun within 500 ms")
        .contains(
            "1 activations slept for 500 ms at once, each by its own clock and by its record; with 3 it FAILED.");
    assertThat(table())
        .isEqualTo(
            """
            # # # # # # # - - - - - - held
            # # # # # # # - - - - - - FAILED
            # of # were asleep at once, # under way: they were not all begun within # ms

            # activations slept for # ms at once, each by its own clock and by its record; with # it FAILED.""");
    assertThat(code).isEqualTo(32);
  }

  @Test
  void refusalsAreNoCapacity() throws Exception {
    int code;
    try (Standalone server =
        server(
            """
            whisk {
              memory.min = 8 m
              config { limits-actions-invokes-perMinute = 100000, limits-actions-invokes-concurrent = 4 }
            }
            """)) {
      code = bench(server, "capacity --warm-up 5 --activations 10 --sleep 2s -c 1");
    }

    assertThat(out.toString())
        .contains(
            "    6 of 10 were refused; the first: status 429: Too many concurrent requests in flight"
                + " (count: 4, allowed: 4).");
    assertThat(code).isEqualTo(32);
  }

  @Test
  void manyFunctionsAreAnsweredAsFastAsOne() throws Exception {
    Path json = directory.resolve("churn.json");
    int code;
    try (Standalone server =
        server(
            "whisk { memory { min = 16 m, std = 16 m, max = 16 m }, container-pool.user-memory = 32 m }\n"
                + WIDE)) {
      code =
          bench(
              server,
              "churn --functions 1,5 --rate 5 --time 2s --warm-up 1s --json %s --plot %s"
                  .formatted(json, directory));
    }

    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            """
            wasmwhisk: 1 functions: deploying them
            wasmwhisk: 1 functions: warm-up
            wasmwhisk: 1 functions: calls that count
            wasmwhisk: 5 functions: deploying them
            wasmwhisk: 5 functions: warm-up
            wasmwhisk: 5 functions: calls that count
            """);
    assertThat(table())
        .isEqualTo(
            """
            # # # # # # # - - - - - # held
            # # # # # # # - - - - - # held

            With # functions in place of #, # times as many calls were answered; at least # of those begun must be: held.""");
    assertThat(code).isZero();
    List<JsonMembers> stages = JsonMembers.of(Files.readString(json)).objects("stages");
    assertThat(stages.getLast().object("nanos").flatMap(each -> each.get("count"))).contains("10");
    // Two containers for five functions that take turns: every call makes one.
    assertThat(stages.getLast().get("coldShare")).contains("1.0");
    assertThat(directory.resolve("churn-times.svg")).isNotEmptyFile();
  }

  @Test
  void densityWantsToSeeTheProcess() throws Exception {
    try (Standalone server = server(WIDE)) {
      assertThat(bench(server, "density")).isEqualTo(2);
    }
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "wasmwhisk: Of a server that runs already, --pid must name the process.\n");
  }

  @Test
  void numbersThatMeasureNothingAreNamed() throws Exception {
    try (Standalone server = server(WIDE)) {
      assertThat(bench(server, "capacity --activations 0")).isEqualTo(2);
      assertThat(bench(server, "capacity -c 0")).isEqualTo(2);
      assertThat(bench(server, "capacity --warm-up -1")).isEqualTo(2);
      assertThat(bench(server, "churn --functions 0")).isEqualTo(2);
      assertThat(bench(server, "density --actions -1")).isEqualTo(2);
      assertThat(bench(server, "density --looks 0")).isEqualTo(2);
    }
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            """
            wasmwhisk: 0 activations at once are none
            wasmwhisk: a container for 0 activations at once has none
            wasmwhisk: -1 calls of warm-up cannot be made
            wasmwhisk: 0 functions are none to call
            wasmwhisk: -1 actions cannot be deployed
            wasmwhisk: 0 looks at the heap are none
            """);
  }

  private static final String WIDE =
      """
      whisk.config { limits-actions-invokes-perMinute = 100000, limits-actions-invokes-concurrent = 1000 }
      """;
}
