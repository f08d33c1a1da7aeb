// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wasmwhisk.tests.cli.Repository;
import io.wasmwhisk.tests.clients.ClientProgram;
import io.wasmwhisk.tests.clients.Rest;
import io.wasmwhisk.tests.openwhisk.RealOpenWhisk;
import io.wasmwhisk.tests.plugin.PluginDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
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

  @TempDir private static Path directory;
  private static Cluster cluster;
  private static Activations activations;

  @BeforeAll
  static void start() throws Exception {
    ClientProgram.require("node", "npm");
    PluginDirectory.require();
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
    Crowd crowd = Crowd.of(ACTIVATIONS, GREETERS, activations);

    Map<Integer, Integer> perInvoker = crowd.perInvoker(activations.homes());
    Patience.say("%s; by invoker %s", crowd.summary(), perInvoker);
    assertThat(perInvoker.keySet()).isEqualTo(Set.of(0, 1));
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
    List<String> queued = sentTo(0, ids.stream().skip(before), homes);
    assertThat(queued).isNotEmpty();
    for (String id : queued) {
      activations.requireSuccess(id);
    }
    for (String id : sentTo(1, ids.stream(), homes)) {
      activations.requireSuccess(id);
    }
    List<String> taken = sentTo(0, ids.stream().limit(before), homes);
    long lost = 0;
    for (String id : taken) {
      lost += activations.record(id).isPresent() ? 0 : 1;
    }
    Patience.say(
        "invoker0 killed: of %d activations sent to it before, %d were taken and lost; of %d sent to it after, %d ran when it was back",
        taken.size(), lost, queued.size(), queued.size());
  }

  private static List<String> sentTo(int invoker, Stream<String> ids, Map<String, Integer> homes) {
    return ids.filter(id -> homes.getOrDefault(id, -1) == invoker).toList();
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
    new GuestGauge(cluster, 1).awaitNone();
    cluster.terminate(1);
    load.await(25);

    List<String> ids = load.end();
    for (String id : ids) {
      activations.requireSuccess(id);
    }
    Patience.say(
        "invoker1 disabled and stopped under load: %d activations, %d of them sent to it, none lost",
        ids.size(), sentTo(1, ids.stream(), activations.homes()).size());
    cluster.startAgain(1);
    cluster.awaitState(1, "up");
    assertThat(cluster.filesOf(1)).isEmpty();
  }
}
