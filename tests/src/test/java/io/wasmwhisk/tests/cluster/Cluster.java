// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.cluster;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wasmwhisk.cli.openwhisk.OpenWhiskClasses;
import io.wasmwhisk.tests.cli.Repository;
import io.wasmwhisk.tests.clients.Rest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A broker, a store, one controller and two invokers. */
final class Cluster implements AutoCloseable {
  /** The name and password that an invoker's own server knows (its application.conf). */
  private static final String INVOKER_USER = "invoker.user:invoker.pass";

  private static final int INVOKERS = 2;

  private final Layout layout;
  private final OpenWhiskNode nodes;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final List<Member> invokers = new ArrayList<>();
  private final Store store;
  private final Member broker;
  private final Member controller;
  private final Rest controllerApi;

  private int lives = 1;

  private Cluster(OpenWhiskClasses openWhisk, Path directory) throws Exception {
    layout = Layout.ofFreePorts(INVOKERS);
    nodes = new OpenWhiskNode(openWhisk, layout, directory);
    try {
      store = own(Store.start(Files.createDirectories(directory.resolve("store")), layout.store()));
      broker =
          own(
              Broker.start(
                  Repository.kafka(),
                  Files.createDirectories(directory.resolve("broker")),
                  layout.broker(),
                  layout.brokerController()));
      controller = own(nodes.controller());
      controllerApi = own(Rest.on(layout.controller(), key("guest")));
      for (int number = 0; number < INVOKERS; number++) {
        invokers.add(own(nodes.invoker(number, 0)));
      }
    } catch (Exception | Error e) {
      close();
      throw e;
    }
  }

  /**
   * Starts all of it, and waits until both invokers are healthy.
   *
   * @param directory for what its processes write
   */
  static Cluster start(OpenWhiskClasses openWhisk, Path directory) throws Exception {
    Cluster cluster = new Cluster(openWhisk, directory);
    try {
      cluster.awaitState(0, "up");
      cluster.awaitState(1, "up");
      return cluster;
    } catch (Exception | Error e) {
      cluster.close();
      throw e;
    }
  }

  private <T extends AutoCloseable> T own(T part) {
    parts.push(part);
    return part;
  }

  private static String key(String namespace) {
    return java.util.Objects.requireNonNull(Store.KEYS.get(namespace));
  }

  /** The controller's API with the guest's key. */
  Rest api() {
    return controllerApi;
  }

  /** The controller's API with the key of OpenWhisk's own namespace; to be closed. */
  Rest systemApi() {
    return Rest.on(layout.controller(), key("whisk.system"));
  }

  Store store() {
    return store;
  }

  /** What the controller thinks of the invokers, by their names. */
  Map<String, String> states() throws IOException, InterruptedException {
    return new TreeMap<>(
        new JsonMapper()
            .readValue(
                controllerApi.get("/invokers").body(),
                new TypeReference<Map<String, String>>() {}));
  }

  /**
   * Waits until the controller thinks so of an invoker; fails when that is to be up and has ended.
   */
  void awaitState(int number, String state) throws InterruptedException {
    Patience.await(
        "invoker%d is %s".formatted(number, state),
        () -> {
          controller.requireAlive();
          if (state.equals("up")) {
            invokers.get(number).requireAlive();
          }
          return state.equals(states().get("invoker" + number));
        });
  }

  String controllerPrinted() throws IOException {
    return controller.printed();
  }

  /** What the invoker's present life printed. */
  String invokerPrinted(int number) throws IOException {
    return invokers.get(number).printed();
  }

  /** SIGKILL. */
  void kill(int number) throws IOException, InterruptedException {
    invokers.get(number).kill();
  }

  /** SIGTERM, until it has ended. */
  void terminate(int number) throws IOException, InterruptedException {
    invokers.get(number).stop();
  }

  /** Starts the next life of an invoker that ended. */
  void startAgain(int number) throws IOException {
    invokers.set(number, own(nodes.invoker(number, lives++)));
  }

  /** Asks the invoker to take no more work; its answer. */
  String disable(int number) throws IOException, InterruptedException {
    try (Rest invoker = Rest.on(layout.invokers().get(number), INVOKER_USER)) {
      return invoker.post("/disable", "").body();
    }
  }

  /** The invoker's metrics in Prometheus' form. */
  String metrics(int number) throws IOException, InterruptedException {
    try (Rest invoker = Rest.on(layout.invokers().get(number), INVOKER_USER)) {
      return invoker.get("/metrics").body();
    }
  }

  /** The files that an invoker and its predecessors left in its working and temporary directory. */
  List<String> filesOf(int number) throws IOException {
    Path place = nodes.place("invoker" + number);
    try (var files = Files.walk(place)) {
      return files.filter(file -> !file.equals(place)).map(Path::toString).sorted().toList();
    }
  }

  /** Mebibytes in memory by process. */
  Map<String, Long> resident() throws IOException {
    Map<String, Long> resident = new TreeMap<>();
    resident.put("broker", broker.resident() >> 20);
    resident.put("store", store.resident() >> 20);
    resident.put("controller", controller.resident() >> 20);
    for (int number = 0; number < INVOKERS; number++) {
      resident.put("invoker" + number, invokers.get(number).resident() >> 20);
    }
    return resident;
  }

  /** Ends all that was started, the last first, also where one of them fails to end. */
  @Override
  public void close() throws Exception {
    List<Exception> failures = new ArrayList<>();
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      Exception first = failures.removeFirst();
      failures.forEach(first::addSuppressed);
      throw first;
    }
  }
}
