// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Clients who have actions greet them, several at once, each waiting for its answer.
 *
 * @param greeted all calls
 * @param milliseconds from the first call to the last answer
 */
record Crowd(List<Greeting> greeted, long milliseconds) {
  private static final int CLIENTS = 8;
  private static final long NANOS_PER_MILLI = 1_000_000;

  /**
   * A call that was answered rightly.
   *
   * @param id of the activation
   */
  record Greeting(String action, String id, long milliseconds) {}

  /** So many calls of these actions in turn. */
  static Crowd of(int calls, List<String> actions, Activations activations) throws Exception {
    List<Callable<Greeting>> waiting = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      String name = "client" + i;
      String action = actions.get(i % actions.size());
      waiting.add(() -> greet(action, name, activations));
    }
    long start = System.nanoTime();
    List<Greeting> greeted = new ArrayList<>();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      for (Future<Greeting> call : clients.invokeAll(waiting)) {
        greeted.add(call.get());
      }
    }
    return new Crowd(greeted, since(start));
  }

  private static Greeting greet(String action, String name, Activations activations)
      throws Exception {
    long start = System.nanoTime();
    JsonNode record = activations.invoke(action, "{\"name\":\"%s\"}".formatted(name));
    long lasted = since(start);
    assertThat(record.at("/response/result").toString())
        .isEqualTo("{\"greeting\":\"Hello, %s!\"}".formatted(name));
    return new Greeting(action, record.get("activationId").asText(), lasted);
  }

  private static long since(long start) {
    return (System.nanoTime() - start) / NANOS_PER_MILLI;
  }

  /** How many each invoker answered; -1 stands for none that is known. */
  Map<Integer, Integer> perInvoker(Map<String, Integer> homes) {
    Map<Integer, Integer> count = new TreeMap<>();
    greeted.forEach(each -> count.merge(homes.getOrDefault(each.id(), -1), 1, Integer::sum));
    return count;
  }

  /** Milliseconds within which so many percent of the calls of a family's actions were answered. */
  long percentile(String family, int percent) {
    List<Long> sorted =
        greeted.stream()
            .filter(each -> each.action().startsWith(family))
            .map(Greeting::milliseconds)
            .sorted()
            .toList();
    return sorted.get((sorted.size() - 1) * percent / 100);
  }

  /** For people. */
  String summary() {
    return "%d blocking activations by %d clients in %d ms; wasm p50 %d ms, p99 %d ms; JavaScript p50 %d ms, p99 %d ms"
        .formatted(
            greeted.size(),
            CLIENTS,
            milliseconds,
            percentile("wasm", 50),
            percentile("wasm", 99),
            percentile("js", 50),
            percentile("js", 99));
  }
}
