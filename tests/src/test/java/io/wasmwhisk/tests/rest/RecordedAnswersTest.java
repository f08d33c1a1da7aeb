// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.standalone.Standalone;
import io.wasmwhisk.standalone.StandaloneSettings;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every call that was recorded with a real OpenWhisk 2.0.0, in order: status, headers and body must
 * be the same, byte for byte after the replacements of the recording. {@code not-served.tsv} lists
 * the calls that this server does not answer so, and why.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedAnswersTest {
  private final List<Recording> calls = Recording.all();
  private final Map<String, Integer> notServed = notServed();
  private Standalone server;
  private Replay replay;

  @BeforeAll
  void start() throws URISyntaxException {
    URL manifest = RecordedAnswersTest.class.getResource("/openwhisk-rest/runtimes.json");
    server =
        Standalone.start(
            StandaloneSettings.DEFAULTS
                .withPort(0)
                .withManifest(Path.of(manifest.toURI()))
                .with(
                    "whisk.spi.ContainerFactoryProvider",
                    "io.wasmwhisk.tests.rest.MirrorContainerFactoryProvider")
                .with("whisk.memory.min", "128 m")
                .with("whisk.info.build-no", "c377ce9")
                .with("whisk.info.date", "2024-03-27"));
    replay = new Replay(server.url());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> answers() {
    return calls.stream().map(call -> DynamicTest.dynamicTest(call.name(), () -> replay(call)));
  }

  @Test
  void everyCallThatIsNotServedWasRecorded() {
    assertThat(calls.stream().map(Recording::name)).containsAll(notServed.keySet());
  }

  private void replay(Recording call) {
    Recording.Response answer = replay.make(call);
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
