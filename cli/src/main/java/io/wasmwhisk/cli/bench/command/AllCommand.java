// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.command;

import io.wasmwhisk.cli.bench.Machine;
import io.wasmwhisk.cli.bench.whole.Ended;
import io.wasmwhisk.cli.bench.whole.Part;
import io.wasmwhisk.cli.bench.whole.Summary;
import io.wasmwhisk.cli.bench.whole.Targets;
import io.wasmwhisk.cli.bench.whole.WholeBench;
import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.exit.Subcommand;
import io.wasmwhisk.cli.options.Launcher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wasmwhisk bench all}: everything, and what it says of the targets. */
@Command(
    name = "all",
    description = {
      "Run the other benches one after the other, within an hour on two processors, and compare what"
          + " they measured with the targets.",
      "The exit code is 32 when a target that was measured is not met, or a bench did not end as it"
          + " should."
    })
final class AllCommand extends Subcommand {
  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description =
          "write here what each bench prints and measures, its plots, and summary.md and"
              + " summary.json")
  private Path directory = Path.of("");

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "run these benches only; what others wrote into DIR before counts, too")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--quick",
      description =
          "measure so little that all is over in some minutes: to see whether it works, not for"
              + " figures")
  private boolean quick;

  @Option(
      names = "--python",
      paramLabel = "FILE",
      description = "a python3 that has the package wasmtime")
  private @Nullable Path python;

  @Option(
      names = "--openwhisk",
      paramLabel = "DIR|JAR",
      description =
          "cold, concurrency, mixed and churn measure a real OpenWhisk in the place of our own"
              + " standalone server (docs/testing.md)")
  private @Nullable Path openWhisk;

  @Option(
      names = "--guest",
      paramLabel = "NAME=FILE",
      description = "one more guest for bench guests; one of the name cpython has a target")
  private Map<String, Path> guests = new LinkedHashMap<>();

  @Option(
      names = "--nodejs-server",
      paramLabel = "DIR",
      description = "OpenWhisk's action server of the kind nodejs, for bench rest")
  private @Nullable Path nodejs;

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(ExitCode.OK, ExitCode.BOUND_EXCEEDED);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Part> parts = chosen();
    String machine = Machine.words();
    out().println(machine);
    List<Ended> ended = new WholeBench(Launcher.script(), directory, out()).run(parts);
    Summary summary = new Summary(machine, ended, Targets.read(directory));
    summary.print(out());
    summary.write(directory);
    return (summary.held() ? ExitCode.OK : ExitCode.BOUND_EXCEEDED).code();
  }

  private List<Part> chosen() {
    List<Part> all = parts();
    for (String name : only) {
      if (all.stream().noneMatch(part -> part.name().equals(name))) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "There is no bench %s in the whole; there are %s."
                .formatted(name, String.join(", ", all.stream().map(Part::name).toList())));
      }
    }
    return all.stream().filter(part -> only.isEmpty() || only.contains(part.name())).toList();
  }

  /** With 59 minutes at most for all of them; about 40 are expected. */
  private List<Part> parts() {
    return List.of(
        // The first start may have to build the command that it starts.
        part("start", 3, List.of(), "--repeats 7", "--repeats 1"),
        part(
            "guests",
            12,
            Stream.concat(engines().stream(), guests()).toList(),
            "--guests c,rust,go,assemblyscript,quickjs --time 12s --rounds 3",
            "--guests c --time 1s --rounds 1 --engine endive"),
        part("restart", 5, engines(), "", "--guests c --time 500ms --rounds 1 --engine endive"),
        part(
            "cpu",
            13,
            engines(),
            "--time 12s",
            "--programs nop,sha256 --time 2s --activations 5 --engine endive"),
        part("rest", 5, actionServer(), "", "--clients 1,2 --time 1s --rounds 1 --warm-up 1s"),
        part("cold", 3, server(), "", "--most 2 --repeats 1 --warm-up 1s --pause 10ms"),
        part(
            "concurrency",
            4,
            server(),
            "--step 4s",
            "--most 2 --step 500ms --warm-up 1s --programs hello"),
        part(
            "mixed",
            4,
            server(),
            "--samples 20",
            "--shares 50 --samples 1 --requests 2 --prime 1000 --warm-up 1s"),
        part("capacity", 3, List.of(), "", "--activations 20 --sleep 1s --warm-up 100"),
        part(
            "churn",
            4,
            server(),
            "",
            "--functions 1,5 --containers 2 --rate 10 --time 1s --warm-up 1s"),
        part(
            "density",
            3,
            List.of(),
            "",
            "--actions 0,20 --looks 1 --settle 100ms --sleep 2s --most 16m"));
  }

  private Part part(String name, int minutes, List<String> common, String whole, String little) {
    String own = quick ? little : whole;
    return new Part(
        name,
        Stream.concat(Stream.of(own.split(" ")).filter(word -> !word.isEmpty()), common.stream())
            .toList(),
        Duration.ofMinutes(minutes));
  }

  private List<String> engines() {
    List<String> arguments = new ArrayList<>();
    if (quick) {
      arguments.add("--no-peers");
    } else {
      arguments.addAll(List.of("--engine", "auto,graalwasm,endive"));
    }
    if (python != null) {
      arguments.addAll(List.of("--python", python.toAbsolutePath().toString()));
    }
    return arguments;
  }

  private Stream<String> guests() {
    return quick
        ? Stream.empty()
        : guests.entrySet().stream()
            .flatMap(
                each ->
                    Stream.of("--guest", each.getKey() + "=" + each.getValue().toAbsolutePath()));
  }

  private List<String> actionServer() {
    return nodejs == null
        ? List.of()
        : List.of("--nodejs-server", nodejs.toAbsolutePath().toString());
  }

  private List<String> server() {
    return openWhisk == null
        ? List.of()
        : List.of("--openwhisk", openWhisk.toAbsolutePath().toString());
  }
}
