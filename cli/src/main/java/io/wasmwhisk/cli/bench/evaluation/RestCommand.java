// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.evaluation;

import io.wasmwhisk.cli.bench.Machine;
import io.wasmwhisk.cli.bench.call.ActionLimits;
import io.wasmwhisk.cli.bench.call.Deployment;
import io.wasmwhisk.cli.bench.contender.Circumstances;
import io.wasmwhisk.cli.bench.process.Gauge;
import io.wasmwhisk.cli.bench.rest.HelloServer;
import io.wasmwhisk.cli.bench.rest.NodejsServer;
import io.wasmwhisk.cli.bench.rest.RestBench;
import io.wasmwhisk.cli.bench.rest.RestReport;
import io.wasmwhisk.cli.bench.rest.RestScore;
import io.wasmwhisk.cli.bench.rest.RestSettings;
import io.wasmwhisk.cli.bench.server.Endpoint;
import io.wasmwhisk.cli.bench.workload.Kinds;
import io.wasmwhisk.cli.bench.workload.Language;
import io.wasmwhisk.cli.bench.workload.Workload;
import io.wasmwhisk.cli.exit.CommandFailure;
import io.wasmwhisk.cli.exit.ExitCode;
import io.wasmwhisk.cli.exit.Subcommand;
import io.wasmwhisk.cli.options.DurationText;
import io.wasmwhisk.cli.options.Launcher;
import io.wasmwhisk.cli.rest.WhiskClient;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wasmwhisk bench rest}: hello over REST, beside OpenWhisk's action server of nodejs. */
@Command(
    name = "rest",
    description = {
      "Call hello over a server's REST API by some clients at once, and in turns with it the program"
          + " that OpenWhisk's containers of the kind nodejs run, on the same processors.",
      "Without --apihost and --openwhisk a server of our own is started. Every answer is checked."
          + " The exit code is 33 when one was wrong, or did not come."
    })
public final class RestCommand extends Subcommand {
  private static final String NODEJS = "OpenWhisk's action server of the kind nodejs: ";
  private static final int CONCURRENCY = 50;

  @Option(
      names = "--nodejs-server",
      paramLabel = "DIR",
      description =
          "core/nodejsActionBase of apache/openwhisk-runtime-nodejs, after npm install in it: node"
              + " app.js is started there, and listens on port 8080")
  private @Nullable Path nodejs;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      split = ",",
      defaultValue = "wasm,wasm:js",
      description =
          "call actions of these kinds; of wasm a module, else JavaScript (default:"
              + " ${DEFAULT-VALUE})")
  private List<String> kinds = List.of();

  @Option(
      names = "--clients",
      paramLabel = "N",
      split = ",",
      defaultValue = "1,2,4,8",
      description = "so many at once, one number after the other (default: ${DEFAULT-VALUE})")
  private List<Integer> clients = List.of();

  @Option(
      names = "--time",
      paramLabel = "TIME",
      defaultValue = "9s",
      converter = DurationText.class,
      description =
          "measure each server so long with each number of clients (default: ${DEFAULT-VALUE})")
  private Duration time = Duration.ZERO;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "divide that into so many rounds (default: ${DEFAULT-VALUE})")
  private int rounds;

  @Option(
      names = "--warm-up",
      paramLabel = "TIME",
      defaultValue = "20s",
      converter = DurationText.class,
      description = "call each server so long before anything counts (default: ${DEFAULT-VALUE})")
  private Duration warmUp = Duration.ZERO;

  @Mixin private FilesOptions files = new FilesOptions();
  @Mixin private EndpointOptions endpoint = new EndpointOptions();

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(ExitCode.OK, ExitCode.UNREACHABLE, ExitCode.NOT_STARTED, ExitCode.WRONG_OUTPUT);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    RestSettings settings =
        CommandFailure.usageUnless(() -> new RestSettings(clients, time, rounds, warmUp));
    return endpoint.use(server -> measure(settings, server)).code();
  }

  private ExitCode measure(RestSettings settings, Endpoint server)
      throws IOException, InterruptedException {
    try (WhiskClient client = new WhiskClient(server.access());
        Gauge gauge = Gauge.of(server.pid());
        Deployment deployment =
            new Deployment(
                client, actions(), new ActionLimits(Optional.empty(), Optional.of(CONCURRENCY)))) {
      Kinds found = Kinds.find(kinds, offered(client, server));
      List<HelloServer> servers = new ArrayList<>();
      for (var kind : found.present()) {
        servers.add(
            HelloServer.of(
                kind.name(), server.access(), deployment.put(kind, Workload.HELLO).name(), gauge));
      }
      return measure(settings, server, servers, found.absent());
    }
  }

  private ExitCode measure(
      RestSettings settings, Endpoint server, List<HelloServer> servers, List<String> missing)
      throws IOException, InterruptedException {
    List<String> absent = new ArrayList<>(missing);
    Optional<NodejsServer> peer = peer(absent);
    try {
      peer.ifPresent(each -> servers.add(each.hello()));
      String machine = "%s; %s".formatted(Machine.words(), server.description());
      out().println(machine);
      out().println();
      out().flush();
      return report(
          new Circumstances(machine, absent), new RestBench(settings, this::explain).run(servers));
    } catch (ConnectException e) {
      throw new CommandFailure(ExitCode.UNREACHABLE, "Nothing answers: " + e.getMessage());
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.WRONG_OUTPUT, String.valueOf(e.getMessage()));
    } finally {
      if (peer.isPresent()) {
        peer.get().close();
      }
    }
  }

  private ExitCode report(Circumstances circumstances, List<RestScore> scores) throws IOException {
    RestReport report = new RestReport(circumstances, scores);
    report.print(out());
    files.write(report::writeJson, report::plot);
    return ExitCode.OK;
  }

  private Optional<NodejsServer> peer(List<String> absent)
      throws IOException, InterruptedException {
    if (nodejs == null) {
      absent.add(
          NODEJS
              + "--nodejs-server names core/nodejsActionBase of apache/openwhisk-runtime-nodejs,"
              + " after npm install in it");
      return Optional.empty();
    }
    String hello =
        new String(Workload.HELLO.code(actions(), Language.JAVASCRIPT), StandardCharsets.UTF_8);
    try {
      return Optional.of(NodejsServer.start(nodejs, hello));
    } catch (IOException e) {
      absent.add(NODEJS + e.getMessage());
      return Optional.empty();
    }
  }

  private static List<String> offered(WhiskClient client, Endpoint server) {
    try {
      return client.kinds();
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.UNREACHABLE,
          "%s does not answer: %s.".formatted(server.access().host(), e.getMessage()));
    }
  }

  private static Path actions() {
    return Launcher.home().resolve("actions");
  }
}
