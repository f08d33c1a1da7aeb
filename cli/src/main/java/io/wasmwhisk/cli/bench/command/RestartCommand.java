// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.command;

import io.wasmwhisk.cli.bench.Machine;
import io.wasmwhisk.cli.bench.contender.Circumstances;
import io.wasmwhisk.cli.bench.contender.Contender;
import io.wasmwhisk.cli.bench.contender.own.OwnEngines;
import io.wasmwhisk.cli.bench.contender.peer.Peers;
import io.wasmwhisk.cli.bench.guests.Guest;
import io.wasmwhisk.cli.bench.guests.Guests;
import io.wasmwhisk.cli.bench.restart.RestartBench;
import io.wasmwhisk.cli.bench.restart.RestartReport;
import io.wasmwhisk.cli.bench.restart.RestartResult;
import io.wasmwhisk.cli.bench.restart.RestartSettings;
import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.exit.Subcommand;
import io.wasmwhisk.cli.options.DurationText;
import io.wasmwhisk.cli.options.Launcher;
import io.wasmwhisk.engine.ClassCache;
import io.wasmwhisk.engine.EngineChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wasmwhisk bench restart}: what does a class cache save after a start? */
@Command(
    name = "restart",
    description = {
      "Load modules and call each once, in a process that was just started: modules whose classes"
          + " a process before it has kept (whisk.wasm.class-cache), and modules never seen before,"
          + " beside the runtimes found on this machine.",
      "Every output is checked. The exit code is 33 when one of ours was wrong."
    })
final class RestartCommand extends Subcommand {
  private static final long CACHE_BYTES = 2L << 30;

  @Option(
      names = "--guests",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "c,rust,go,quickjs",
      description = "which ones of bench guests (default: ${DEFAULT-VALUE})")
  private List<String> names = List.of();

  @Option(
      names = "--time",
      paramLabel = "TIME",
      defaultValue = "6s",
      converter = DurationText.class,
      description =
          "compile modules of each guest so long, and measure each runtime so long (default:"
              + " ${DEFAULT-VALUE})")
  private Duration time = Duration.ZERO;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "divide what is measured into so many rounds (default: ${DEFAULT-VALUE})")
  private int rounds;

  @Option(
      names = "--keep",
      hidden = true,
      description = "what the command starts itself with: only keep classes in this directory")
  private @Nullable Path keep;

  @Option(names = "--json", paramLabel = "FILE", description = "write every sample to this file")
  private @Nullable Path json;

  @Option(
      names = "--plot",
      paramLabel = "DIR",
      description = "write a plot into this directory, as PNG and SVG")
  private @Nullable Path plots;

  @Mixin private ContenderOptions contenderOptions = new ContenderOptions();

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(ExitCode.OK, ExitCode.UNREADABLE_FILE, ExitCode.WRONG_OUTPUT);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    RestartSettings settings = CommandFailure.usageUnless(() -> new RestartSettings(time, rounds));
    try (Scratch scratch = Scratch.make()) {
      Guests guests = Guests.find(actions(), names, scratch.directory());
      return (keep == null
              ? measure(settings, guests, scratch.directory())
              : keep(settings, guests, new ClassCache(keep, CACHE_BYTES)))
          .code();
    }
  }

  /** Prints a line for each guest: its name and how many of its modules have classes now. */
  private ExitCode keep(RestartSettings settings, Guests guests, ClassCache cache)
      throws IOException, InterruptedException {
    try (OwnEngines engines = OwnEngines.startKept(List.of(EngineChoice.ENDIVE), cache)) {
      for (Guest guest : guests.found()) {
        for (Contender each : engines.contenders(guest.work(), new ArrayList<>())) {
          int kept = new RestartBench(settings, this::explain).keep(each);
          out().println(guest.name() + " " + kept);
        }
      }
    }
    out().flush();
    return ExitCode.OK;
  }

  private ExitCode measure(RestartSettings settings, Guests guests, Path scratch)
      throws IOException, InterruptedException {
    String machine = Machine.words();
    out().println(machine);
    out().println();
    out().flush();
    Path classes = scratch.resolve("classes");
    explain("a process that keeps classes");
    Map<String, Integer> kept = keptByAnother(classes);
    Peers peers = contenderOptions.find();
    List<String> absent = new ArrayList<>(guests.absent());
    if (contenderOptions.wanted()) {
      absent.addAll(peers.absent());
    }
    List<RestartResult> results = new ArrayList<>();
    try (OwnEngines loading = contenderOptions.startKept(new ClassCache(classes, CACHE_BYTES));
        OwnEngines compiling = contenderOptions.start()) {
      for (Guest guest : guests.found()) {
        List<Contender> others =
            new ArrayList<>(compiling.contenders(guest.work(), new ArrayList<>()));
        others.addAll(peers.embedded(scratch, guest.work(), absent));
        try {
          RestartResult result =
              new RestartBench(settings, this::explain)
                  .run(
                      guest,
                      kept.getOrDefault(guest.name(), 0),
                      loading.contenders(guest.work(), absent),
                      others);
          RestartReport.print(out(), result);
          results.add(result);
        } finally {
          others.forEach(Contender::close);
        }
      }
    }
    return report(new RestartReport(new Circumstances(machine, absent), results), results);
  }

  private Map<String, Integer> keptByAnother(Path classes)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Launcher.script().toString(),
                "bench",
                "restart",
                "--keep",
                classes.toString(),
                "--guests",
                String.join(",", names),
                "--time",
                time.toMillis() + "ms",
                "--rounds",
                Integer.toString(rounds))
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("WASMWHISK_NO_BUILD", "1");
    builder.environment().put("WASMWHISK_JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    process.getOutputStream().close();
    Map<String, Integer> kept = new HashMap<>();
    try (var lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ", 2);
        kept.put(words[0], Integer.parseInt(words[1]));
      }
    }
    int code = process.waitFor();
    if (code != 0) {
      throw new CommandFailure(
          ExitCode.WRONG_OUTPUT,
          "The process that was to keep classes ended with code %d.".formatted(code));
    }
    return kept;
  }

  private ExitCode report(RestartReport report, List<RestartResult> results) throws IOException {
    report.printAbsent(out());
    if (json != null) {
      report.writeJson(json);
    }
    if (plots != null) {
      report.plot(plots);
    }
    return results.stream().allMatch(RestartResult::isRight) ? ExitCode.OK : ExitCode.WRONG_OUTPUT;
  }

  private static Path actions() {
    return Launcher.home().resolve("actions");
  }
}
