// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.rest;

import io.wasmwhisk.cli.bench.contender.Repeated;
import io.wasmwhisk.cli.bench.contender.Request;
import io.wasmwhisk.cli.bench.contender.Samples;
import io.wasmwhisk.cli.bench.process.Usage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Clients that each send their next call when the last one was answered, to one server after the
 * other: what disturbs the one soon disturbs the others. Who is first changes with each round.
 */
public final class RestBench {
  private final RestSettings settings;
  private final Consumer<String> progress;

  /**
   * @param progress told what begins
   */
  public RestBench(RestSettings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Measures all of them.
   *
   * @throws IOException when an answer was wrong, or did not come
   */
  public List<RestScore> run(List<HelloServer> servers) throws IOException, InterruptedException {
    for (HelloServer server : servers) {
      progress.accept("%s: warm-up".formatted(server.name()));
      var unused = calls(server, settings.most(), settings.warmUp());
    }
    List<RestScore> parts = new ArrayList<>();
    List<HelloServer> order = new ArrayList<>(servers);
    for (int round = 1; round <= settings.rounds(); round++) {
      for (int clients : settings.clients()) {
        progress.accept("round %d of %d, %d at once".formatted(round, settings.rounds(), clients));
        for (HelloServer server : order) {
          parts.add(part(server, clients));
        }
      }
      Collections.rotate(order, 1);
    }
    return joined(servers, parts);
  }

  private RestScore part(HelloServer server, int clients) throws IOException, InterruptedException {
    var unused = server.gauge().lap();
    Samples samples = calls(server, clients, settings.slice());
    return new RestScore(server.name(), server.isPeer(), clients, samples, server.gauge().lap());
  }

  private static Samples calls(HelloServer server, int clients, Duration time)
      throws IOException, InterruptedException {
    try {
      return new Repeated(server::call).calls(new Request.Calls(clients, time, Duration.ZERO));
    } finally {
      server.disconnect();
    }
  }

  private List<RestScore> joined(List<HelloServer> servers, List<RestScore> parts) {
    List<RestScore> joined = new ArrayList<>();
    for (HelloServer server : servers) {
      for (int clients : settings.clients()) {
        List<RestScore> same =
            parts.stream()
                .filter(part -> part.server().equals(server.name()) && part.clients() == clients)
                .toList();
        joined.add(
            new RestScore(
                server.name(),
                server.isPeer(),
                clients,
                Samples.joined(same.stream().map(RestScore::samples).toList()),
                Usage.sum(same.stream().map(RestScore::usage).toList())));
      }
    }
    return joined;
  }
}
