// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Calls whose answers by a real OpenWhisk 2.0.0 are known, in order: status, headers and body must
 * be the same, byte for byte after the replacements of the recording. {@code not-served.tsv} lists
 * the calls that this server does not answer so, and why.
 */
class RecordedAnswersTest {
  private static final String RECORDED = "recorded-2.0.0.jsonl";

  private final Map<String, Integer> notServed = notServed();

  /** What the project was given. */
  @TestFactory
  Stream<DynamicTest> recorded() {
    return answers(RECORDED);
  }

  /** What was measured in addition: malformed requests, odd paths, odd values. */
  @TestFactory
  Stream<DynamicTest> measured() {
    return answers("measured-2.0.0.jsonl");
  }

  @Test
  void everyCallThatIsNotServedWasRecorded() {
    assertThat(Recording.all(RECORDED).stream().map(Recording::name))
        .containsAll(notServed.keySet());
  }

  private Stream<DynamicTest> answers(String resource) {
    MirrorServer server = MirrorServer.start();
    Replay replay = new Replay(server.url());
    return Recording.all(resource).stream()
        .map(call -> DynamicTest.dynamicTest(call.name(), () -> check(call, replay.make(call))))
        .onClose(server::close);
  }

  private void check(Recording call, Recording.Response answer) {
    Integer otherStatus = notServed.get(call.name());
    if (otherStatus != null) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(otherStatus);
      assertThat(call.response().filter(answer::equals)).as("now matches").isEmpty();
    } else if (call.response().isPresent()) {
      assertThat(answer).isEqualTo(call.response().get());
    } else {
      assertThat(answer.status()).as(answer.body()).isLessThan(500);
    }
  }

  private static Map<String, Integer> notServed() {
    Map<String, Integer> statuses = new HashMap<>();
    for (String line : Recording.lines("not-served.tsv")) {
      if (!line.startsWith("#")) {
        String[] columns = line.split("\t", -1);
        statuses.put(columns[0], Integer.parseInt(columns[1]));
      }
    }
    return statuses;
  }
}
