// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.command;

import io.wasmwhisk.cli.bench.AttackBench;
import io.wasmwhisk.cli.bench.BenchReport;
import io.wasmwhisk.cli.bench.BenchSettings;
import io.wasmwhisk.cli.bench.attack.Attack;
import io.wasmwhisk.cli.bench.attack.Attacks;
import io.wasmwhisk.cli.bench.server.AttackedServer;
import io.wasmwhisk.cli.bench.server.GivenServer;
import io.wasmwhisk.cli.bench.server.OwnServer;
import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.exit.Subcommand;
import io.wasmwhisk.cli.options.DurationText;
import io.wasmwhisk.cli.options.EngineOption;
import io.wasmwhisk.cli.options.HeapOption;
import io.wasmwhisk.cli.options.Launcher;
import io.wasmwhisk.cli.options.ServerOptions;
import io.wasmwhisk.cli.rest.ServerAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wasmwhisk bench attack}: the sandbox, attacked. */
@Command(
    name = "attack",
    description = {
      "Attack a server whose other actions are under load.",
      "Each attack does no harm, or the exit code is 31: it ends as it should and when it should,"
          + " nothing is lost, nobody else fails, and nothing of it stays. Without --apihost a"
          + " server of its own is started, with a small heap, and stopped."
    })
final class AttackCommand extends Subcommand {
  @Option(names = "--list", description = "name the attacks and what they do, and run none")
  private boolean list;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "run these attacks only; 'flood-' stands for all that begin so")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "1",
      description = "run them all so often (default: ${DEFAULT-VALUE})")
  private int repeat;

  @Option(
      names = "--calm",
      paramLabel = "TIME",
      defaultValue = "1500ms",
      converter = DurationText.class,
      description = "watch the neighbours so long before each (default: ${DEFAULT-VALUE})")
  private Duration calm = Duration.ZERO;

  @Option(
      names = "--late",
      paramLabel = "TIME",
      defaultValue = "100ms",
      converter = DurationText.class,
      description = "so long after its deadline an activation may end (default: ${DEFAULT-VALUE})")
  private Duration late = Duration.ZERO;

  @Option(
      names = "--slow",
      paramLabel = "TIME",
      defaultValue = "1s",
      converter = DurationText.class,
      description =
          "so much longer than before the neighbours' p99 may be (default: ${DEFAULT-VALUE})")
  private Duration slow = Duration.ZERO;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "write every activation and every call of a neighbour to this file")
  private @Nullable Path json;

  @Option(names = "--yes", description = "attack a server on another machine too")
  private boolean yes;

  @Mixin private EngineOption engine = new EngineOption();
  @Mixin private HeapOption heap = new HeapOption();
  @Mixin private ServerOptions server = new ServerOptions();

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(
        ExitCode.OK, ExitCode.UNREACHABLE, ExitCode.NOT_STARTED, ExitCode.ATTACK_SUCCEEDED);
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    List<Attack> attacks = chosen();
    if (list) {
      attacks.forEach(attack -> out().printf("%-24s%s%n", attack.name(), attack.what()));
      return ExitCode.OK.code();
    }
    BenchSettings settings = BenchSettings.DEFAULTS.with(calm, late, slow);
    BenchReport report =
        new AttackBench(settings, servers(), out())
            .run(Collections.nCopies(repeat, attacks).stream().flatMap(List::stream).toList());
    if (json != null) {
      report.writeJson(json);
    }
    return (report.held() ? ExitCode.OK : ExitCode.ATTACK_SUCCEEDED).code();
  }

  private List<Attack> chosen() {
    List<Attack> chosen =
        Attacks.all().stream()
            .filter(attack -> only.isEmpty() || only.stream().anyMatch(name -> fits(attack, name)))
            .toList();
    TreeSet<String> unknown =
        only.stream()
            .filter(name -> chosen.stream().noneMatch(attack -> fits(attack, name)))
            .collect(Collectors.toCollection(TreeSet::new));
    if (!unknown.isEmpty()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "There is no attack %s. --list names them all.".formatted(String.join(", ", unknown)));
    }
    return chosen;
  }

  private static boolean fits(Attack attack, String name) {
    return attack.name().equals(name) || name.endsWith("-") && attack.name().startsWith(name);
  }

  private AttackBench.Servers servers() {
    if (!server.isGiven()) {
      return this::ownServer;
    }
    ServerAccess access = server.access();
    requireLoopback(access);
    return () -> new GivenServer(access);
  }

  private AttackedServer ownServer() {
    try {
      return OwnServer.start(Launcher.script(), heap.size(), engineSetting());
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.NOT_STARTED, String.valueOf(e.getMessage()));
    }
  }

  private String engineSetting() {
    return "whisk.wasm.engine = %s%n".formatted(engine.choice().word());
  }

  private void requireLoopback(ServerAccess access) {
    if (!yes && !isLoopback(access)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "%s is on another machine. --yes attacks it all the same; ask its owner first."
              .formatted(access.host()));
    }
  }

  private static boolean isLoopback(ServerAccess access) {
    try {
      return InetAddress.getByName(access.host().getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
