// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wasmwhisk.tests.cli.Repository;
import io.wasmwhisk.tests.clients.ClientProgram;
import io.wasmwhisk.tests.clients.Rest;
import io.wasmwhisk.tests.openwhisk.RealOpenWhisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real OpenWhisk in several processes, whose invokers have the plugin and no container engine.
 */
@EnabledIfSystemProperty(
    named = RealOpenWhisk.PROPERTY,
    matches = ".+",
    disabledReason = RealOpenWhisk.NONE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // JUnit calls what fills the fields
class ClusterTest {
  private static final int ACTIVATIONS = 500;
  private static final int CLIENTS = 8;
  private static final int IDLE_TIMES = 20;

  /**
   * The controller's action by which it tries an invoker (InvokerPool), and the system's path to
   * it.
   */
  private static final String HEALTH = "invokerHealthTestAction0";

  private static final List<String> GREETERS =
      List.of("wasm-1", "js-1", "wasm-2", "js-2", "wasm-3", "js-3", "wasm-4", "js-4");

  private static final List<String> SLEEPERS =
      List.of("slow-1", "slow-2", "slow-3", "slow-4", "slow-5", "slow-6", "slow-7", "slow-8");

  private static final String GREET =
      "function main(p) { console.log('from JavaScript: ' + p.name);"
          + " return { greeting: 'Hello, ' + p.name + '!' } }";

  private static final Pattern GUESTS =
      Pattern.compile(
          "(?m)^gauge_invoker_wasmGuests_counter\\{[^}]*state=\"(started|queued)\"[^}]*} (\\S+)");

  @TempDir private static Path directory;
  private static Cluster cluster;
  private static Activations activations;

  @BeforeAll
  static void start() throws Exception {
    ClientProgram.require("node", "npm");
    Assumptions.assumeTrue(
        Files.isDirectory(Repository.plugin()),
        "the plugin is assembled by mvn verify, not by mvn test");
    cluster = Cluster.start(RealOpenWhisk.classes(), directory);
    activations = new Activations(cluster);
    for (String name : GREETERS) {
      if (name.startsWith("js")) {
        activations.putJavaScript(name, GREET);
      } else {
        activations.putWasm(name, Repository.guest("c/hello.wasm"), 64);
      }
    }
    activations.putJavaScript("mirror", "function main(p) { return { mirrored: p } }");
    for (String name : SLEEPERS) {
      activations.putWasm(name, Repository.guest("c/sleep.wasm"), 64);
    }
  }

  @AfterAll
  static void stop() throws Exception {
    if (cluster != null) {
      Patience.say("MiB in memory: %s", cluster.resident());
      cluster.close();
    }
  }

  @Test
  void bothInvokersAreHealthyBecauseJavaScriptRanInThem() throws Exception {
    assertThat(cluster.states()).isEqualTo(Map.of("invoker0", "up", "invoker1", "up"));
    assertThat(cluster.controllerPrinted())
        .contains("loadbalancer initialized: ShardingContainerPoolBalancer");
    for (int invoker = 0; invoker < 2; invoker++) {
      assertThat(cluster.invokerPrinted(invoker))
          .contains("WasmWhisk runs actions on graalwasm (GraalVM CE)")
          .containsPattern(
              "sending arguments to /whisk.system/%s at ContainerId\\(wsk%d_[^ ]*\\) ContainerAddress\\(in-process,"
                  .formatted(HEALTH, invoker));
    }
    assertThat(cluster.store().systemRecords(HEALTH))
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(
            record -> {
              assertThat(record.get("annotations").toString())
                  .contains("{\"key\":\"kind\",\"value\":\"nodejs:quickjs\"}");
              assertThat(record.get("response").toString())
                  .isEqualTo("{\"result\":{},\"size\":2,\"statusCode\":0}");
            });
  }

  @Test
  void fiveHundredActivationsOverBothInvokers() throws Exception {
    List<Callable<Timed>> calls = new ArrayList<>();
    for (int i = 0; i < ACTIVATIONS; i++) {
      String name = "client" + i;
      String action = GREETERS.get(i % GREETERS.size());
      calls.add(() -> greet(action, name));
    }
    long start = System.nanoTime();
    List<Timed> done = new ArrayList<>();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      for (Future<Timed> call : clients.invokeAll(calls)) {
        done.add(call.get());
      }
    }
    long lasted = (System.nanoTime() - start) / 1_000_000;

    Map<String, Integer> homes = activations.homes();
    Map<Integer, Integer> perInvoker = new TreeMap<>();
    done.forEach(each -> perInvoker.merge(homes.getOrDefault(each.id(), -1), 1, Integer::sum));
    Patience.say(
        "%d blocking activations by %d clients in %d ms; wasm p50 %d ms, p99 %d ms; JavaScript p50 %d ms, p99 %d ms; by invoker %s",
        ACTIVATIONS,
        CLIENTS,
        lasted,
        percentile(done, "wasm", 50),
        percentile(done, "wasm", 99),
        percentile(done, "js", 50),
        percentile(done, "js", 99),
        perInvoker);
    assertThat(perInvoker.keySet()).isEqualTo(Set.of(0, 1));
  }

  private static Timed greet(String action, String name) throws Exception {
    long start = System.nanoTime();
    JsonNode record = activations.invoke(action, "{\"name\":\"%s\"}".formatted(name));
    long lasted = (System.nanoTime() - start) / 1_000_000;
    assertThat(record.at("/response/result").toString())
        .isEqualTo("{\"greeting\":\"Hello, %s!\"}".formatted(name));
    return new Timed(action, record.get("activationId").asText(), lasted);
  }

  private static long percentile(List<Timed> done, String kind, int percent) {
    List<Long> sorted =
        done.stream()
            .filter(each -> each.action().startsWith(kind))
            .map(Timed::milliseconds)
            .sorted()
            .toList();
    return sorted.get((sorted.size() - 1) * percent / 100);
  }

  @Test
  void aSequenceOfWasmAndJavaScript() throws Exception {
    activations.put(
        "actions/row",
        "{\"exec\":{\"kind\":\"sequence\",\"components\":[\"/guest/wasm-1\",\"/guest/mirror\"]}}");

    JsonNode record = activations.invoke("row", "{\"name\":\"row\"}");

    assertThat(record.at("/response/result").toString())
        .isEqualTo("{\"mirrored\":{\"greeting\":\"Hello, row!\"}}");
    assertThat(record.get("logs")).hasSize(2);
  }

  @Test
  void aRuleRunsAnActionWhenItsTriggerIsFired() throws Exception {
    activations.put("triggers/bell", "{}");
    activations.put("rules/answers", "{\"trigger\":\"/guest/bell\",\"action\":\"/guest/wasm-2\"}");

    JsonNode fired =
        activations.awaitRecord(activations.accept("triggers/bell", "{\"name\":\"bell\"}"));

    String caused = fired.get("logs").toString();
    String id = caused.replaceAll(".*activationId\\\\\":\\\\\"([0-9a-f]{32}).*", "$1");
    assertThat(id).as(caused).hasSize(32);
    assertThat(activations.awaitRecord(id).at("/response/result").toString())
        .isEqualTo("{\"greeting\":\"Hello, bell!\"}");
  }

  @Test
  void logsAreInTheSharedStore() throws Exception {
    String wasm = activations.accept("actions/wasm-3", "{\"name\":\"log\"}");
    String js = activations.accept("actions/js-3", "{\"name\":\"log\"}");

    assertThat(activations.awaitRecord(wasm).get("logs").toString())
        .contains("stdout: hello: greeting \\\"log\\\"", "stderr: hello: this line goes to stderr");
    assertThat(activations.awaitRecord(js).get("logs").toString())
        .contains("stdout: from JavaScript: log");
  }

  /** The last: the balancer holds the places of what was lost until its own time-out, 3 minutes. */
  @Test
  @Order(Integer.MAX_VALUE)
  void whatWasQueuedRunsWhenAKilledInvokerIsStartedAgain() throws Exception {
    Load load = Load.start(SLEEPERS, activations, "{\"ms\":200}");
    load.await(75);
    cluster.kill(0);
    int before = load.accepted() + 1; // one more may be under way
    load.await(75);
    List<String> ids = load.end();
    cluster.awaitState(0, "down");
    changeTheHealthAction();
    assertThat(cluster.filesOf(0)).isEmpty();

    cluster.startAgain(0);
    cluster.awaitState(0, "up");

    Patience.await("invoker0 has run the health action", ClusterTest::ranTheChangedHealthAction);
    assertThat(cluster.filesOf(0)).isEmpty();
    Map<String, Integer> homes = activations.homes();
    List<String> queued =
        ids.stream().skip(before).filter(id -> homes.getOrDefault(id, -1) == 0).toList();
    assertThat(queued).isNotEmpty();
    for (String id : queued) {
      requireSlept(id);
    }
    for (String id : ids.stream().filter(each -> homes.getOrDefault(each, -1) == 1).toList()) {
      requireSlept(id);
    }
    List<String> taken =
        ids.stream().limit(before).filter(id -> homes.getOrDefault(id, -1) == 0).toList();
    long lost = 0;
    for (String id : taken) {
      lost += activations.record(id).isPresent() ? 0 : 1;
    }
    Patience.say(
        "invoker0 killed: of %d activations sent to it before, %d were taken and lost; of %d sent to it after, %d ran when it was back",
        taken.size(), lost, queued.size(), queued.size());
  }

  /** The invoker may be healthy before, by what it had to do first. */
  private static boolean ranTheChangedHealthAction() throws IOException, InterruptedException {
    return cluster.store().systemRecords(HEALTH).stream()
        .anyMatch(record -> record.get("logs").toString().contains("stdout: second life 42"));
  }

  /** As its owner, so that the next life of an invoker shows that it runs the action's text. */
  private static void changeTheHealthAction() throws Exception {
    try (Rest system = cluster.systemApi()) {
      system.create(
          "/api/v1/namespaces/whisk.system/actions/" + HEALTH + "?overwrite=true",
          "{\"exec\":{\"kind\":\"nodejs:default\",\"code\":\"function main(p) { console.log('second life', 6 * 7); return p }\"}}");
    }
  }

  @Test
  void nothingIsLostWhenAnInvokerIsDisabledAndThenStopped() throws Exception {
    Load load = Load.start(SLEEPERS, activations, "{\"ms\":200}");
    load.await(75);

    assertThat(cluster.disable(1)).isEqualTo("invoker1 is now disabled.");
    cluster.awaitState(1, "down");
    load.await(25);
    awaitNoGuests(1);
    cluster.terminate(1);
    load.await(25);

    List<String> ids = load.end();
    for (String id : ids) {
      requireSlept(id);
    }
    Map<String, Integer> homes = activations.homes();
    Patience.say(
        "invoker1 disabled and stopped under load: %d activations, %d of them sent to it, none lost",
        ids.size(), ids.stream().filter(id -> homes.getOrDefault(id, -1) == 1).count());
    cluster.startAgain(1);
    cluster.awaitState(1, "up");
    assertThat(cluster.filesOf(1)).isEmpty();
  }

  private static void requireSlept(String id) throws Exception {
    assertThat(activations.awaitRecord(id).at("/response/status").asText())
        .as(id)
        .isEqualTo("success");
  }

  /** As docs/operations.md says: the gauge has been 0 for a while. */
  private static void awaitNoGuests(int invoker) throws InterruptedException {
    AtomicInteger idle = new AtomicInteger();
    Patience.await(
        "invoker%d has had no guests for some seconds".formatted(invoker),
        () -> {
          idle.set(guests(invoker) == 0 ? idle.get() + 1 : 0);
          return idle.get() == IDLE_TIMES;
        });
  }

  /** Guests that run or wait in an invoker, by its metrics (docs/metrics.md). */
  private static double guests(int invoker) throws IOException, InterruptedException {
    String metrics = cluster.metrics(invoker);
    return GUESTS
        .matcher(metrics)
        .results()
        .mapToDouble(found -> Double.parseDouble(found.group(2)))
        .reduce(Double::sum)
        .orElseThrow(() -> new AssertionError("no gauge of guests in " + metrics));
  }

  /**
   * A call that was answered.
   *
   * @param id of the activation
   */
  private record Timed(String action, String id, long milliseconds) {}
}
