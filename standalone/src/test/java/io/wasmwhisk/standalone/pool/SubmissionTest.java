// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.standalone.container.ActionContainer.Logs;
import io.wasmwhisk.standalone.entities.Activation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** When a caller hears of its activation's end. */
class SubmissionTest {
  private final PoolFixture f = new PoolFixture();

  @Test
  void theAnswerIsKeptBackUntilTheActivationIsRecorded() {
    CompletableFuture<Object> logs = f.containers.hold("logs #1 a");
    Submission submission = f.submit(PoolFixture.action("act"), "a");
    CompletableFuture<Activation> settled =
        submission.settled(Duration.ofMinutes(1)).toCompletableFuture();

    assertThat(submission.answer().toCompletableFuture()).isCompleted();
    assertThat(settled).isNotCompleted();
    logs.complete(new Logs(List.of("a line"), true));
    assertThat(settled).isCompleted();
    assertThat(settled.join().logs()).isEmpty();
  }

  @Test
  void itIsNotKeptBackForLonger() {
    CompletableFuture<Object> unused = f.containers.hold("logs #1 a");
    Submission submission = f.submit(PoolFixture.action("act"), "a");

    Activation settled = submission.settled(Duration.ofMillis(1)).toCompletableFuture().join();

    assertThat(settled.id()).isEqualTo("a");
    assertThat(submission.recorded().toCompletableFuture()).isNotCompleted();
  }
}
