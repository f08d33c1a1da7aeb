// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.command;

import io.wasmwhisk.cli.bench.Machine;
import io.wasmwhisk.cli.bench.contender.Circumstances;
import io.wasmwhisk.cli.bench.contender.Contender;
import io.wasmwhisk.cli.bench.contender.own.OwnEngines;
import io.wasmwhisk.cli.bench.contender.peer.Peers;
import io.wasmwhisk.cli.bench.guests.Guest;
import io.wasmwhisk.cli.bench.guests.GuestResult;
import io.wasmwhisk.cli.bench.guests.Guests;
import io.wasmwhisk.cli.bench.guests.GuestsBench;
import io.wasmwhisk.cli.bench.guests.GuestsPlots;
import io.wasmwhisk.cli.bench.guests.GuestsReport;
import io.wasmwhisk.cli.bench.guests.GuestsSettings;
import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.exit.Subcommand;
import io.wasmwhisk.cli.options.DurationText;
import io.wasmwhisk.cli.options.FileBytes;
import io.wasmwhisk.cli.options.Launcher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wasmwhisk bench guests}: what instances of real guests cost. */
@Command(
    name = "guests",
    description = {
      "Call hello of several toolchains, engine only, beside the runtimes found on this machine.",
      "Every output is checked. The exit code is 33 when one of ours was wrong."
    })
final class GuestsCommand extends Subcommand {
  @Option(
      names = "--guests",
      paramLabel = "NAME",
      split = ",",
      description =
          "which ones, of c, rust, go, assemblyscript, quickjs, quickjs-snapshot (default: all)")
  private List<String> names = Guests.names();

  @Option(
      names = "--guest",
      paramLabel = "NAME=FILE",
      description =
          "one more, as an action is deployed (a module, or a zip with files and wasmwhisk.json): a"
              + " WASI command that takes {\"name\":\"World\"} from stdin and ends its stdout"
              + " with the line {\"greeting\":\"Hello, World!\"}")
  private Map<String, Path> others = new LinkedHashMap<>();

  @Option(
      names = "--time",
      paramLabel = "TIME",
      defaultValue = "18s",
      converter = DurationText.class,
      description = "measure each guest so long with each runtime (default: ${DEFAULT-VALUE})")
  private Duration time = Duration.ZERO;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "divide warm calls into so many rounds (default: ${DEFAULT-VALUE})")
  private int rounds;

  @Option(
      names = "--pause",
      paramLabel = "TIME",
      defaultValue = "5ms",
      converter = DurationText.class,
      description =
          "wait so long before calls that are to find the next instance ready (default:"
              + " ${DEFAULT-VALUE})")
  private Duration pause = Duration.ZERO;

  @Option(names = "--json", paramLabel = "FILE", description = "write every sample to this file")
  private @Nullable Path json;

  @Option(
      names = "--plot",
      paramLabel = "DIR",
      description = "write plots into this directory, as PNG and SVG")
  private @Nullable Path plots;

  @Mixin private ContenderOptions contenderOptions = new ContenderOptions();

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(ExitCode.OK, ExitCode.UNREADABLE_FILE, ExitCode.WRONG_OUTPUT);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    requireKnown();
    others.values().forEach(FileBytes::requireReadable);
    GuestsSettings settings = settings();
    String machine = Machine.words();
    out().println(machine);
    try (Scratch scratch = Scratch.make();
        OwnEngines engines = contenderOptions.start()) {
      engines.descriptions().forEach(out()::println);
      out().println();
      out().flush();
      Peers peers = contenderOptions.find();
      Guests guests = found(engines, scratch.directory());
      List<String> absent = new ArrayList<>(guests.absent());
      if (contenderOptions.wanted()) {
        absent.addAll(peers.absent());
      }
      List<GuestResult> results = new ArrayList<>();
      for (Guest guest : guests.found()) {
        GuestResult result = measure(settings, guest, engines, peers, scratch.directory(), absent);
        GuestsReport.print(out(), result);
        results.add(result);
      }
      return report(new GuestsReport(new Circumstances(machine, absent), results), results).code();
    }
  }

  private Guests found(OwnEngines engines, Path scratch) {
    try {
      return Guests.find(actions(), names, others, scratch, engines::snapshot);
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.UNREADABLE_FILE, String.valueOf(e.getMessage()));
    }
  }

  private GuestResult measure(
      GuestsSettings settings,
      Guest guest,
      OwnEngines engines,
      Peers peers,
      Path scratch,
      List<String> absent)
      throws InterruptedException {
    List<Contender> contenders = new ArrayList<>(engines.contenders(guest.work(), absent));
    contenders.addAll(peers.embedded(scratch, guest.work(), absent));
    contenders.addAll(peers.started(scratch, guest.work(), absent));
    try {
      return new GuestsBench(settings, this::explain).run(guest, contenders);
    } finally {
      contenders.forEach(Contender::close);
    }
  }

  private ExitCode report(GuestsReport report, List<GuestResult> results) throws IOException {
    report.printAbsent(out());
    if (json != null) {
      report.writeJson(json);
    }
    if (plots != null) {
      new GuestsPlots(results).write(plots);
    }
    return results.stream().allMatch(GuestResult::isRight) ? ExitCode.OK : ExitCode.WRONG_OUTPUT;
  }

  private static Path actions() {
    return Launcher.home().resolve("actions");
  }

  private void requireKnown() {
    for (String name : names) {
      if (!Guests.names().contains(name)) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "There is no guest %s; there are %s."
                .formatted(name, String.join(", ", Guests.names())));
      }
    }
  }

  private GuestsSettings settings() {
    return CommandFailure.usageUnless(() -> new GuestsSettings(time, rounds, pause));
  }
}
