// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.pool;

import io.wasmwhisk.standalone.container.Job;
import io.wasmwhisk.standalone.entities.Action;
import io.wasmwhisk.standalone.entities.Activation;
import io.wasmwhisk.standalone.entities.Exec;
import io.wasmwhisk.standalone.entities.Parameters;
import io.wasmwhisk.standalone.entities.User;
import io.wasmwhisk.standalone.entities.Version;
import io.wasmwhisk.standalone.limits.ActionLimits;
import io.wasmwhisk.standalone.runtimes.ImageName;
import io.wasmwhisk.standalone.settings.PoolSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.openwhisk.common.TransactionMetadata;
import scala.Option;
import spray.json.JsObject;

/**
 * A pool of 512 MB over fake containers, which runs everything at once and on the test's thread.
 */
final class PoolFixture {
  static final Duration PAUSE_GRACE = Duration.ofSeconds(10);
  static final Duration IDLE = Duration.ofMinutes(10);
  static final Duration ANSWER_GRACE = Duration.ofSeconds(30);
  static final Duration TIMEOUT = Duration.ofSeconds(60);

  final ManualTime time = new ManualTime();
  final FakeContainers containers = new FakeContainers(time, Duration.ofMillis(7));
  final List<Activation> records = new ArrayList<>();
  final ContainerPool pool =
      new ContainerPool(
          containers,
          records::add,
          new PoolSettings(512, IDLE, PAUSE_GRACE, ANSWER_GRACE),
          time,
          time,
          Runnable::run);

  private final User user = User.of("guest", "uuid:" + "s".repeat(64));

  /** An action of 256 MB, one activation at once. */
  static Action action(String name) {
    return action(name, 256, 1, 10, 1);
  }

  static Action action(String name, int memoryMb, int concurrency, int logsMb, long revision) {
    ImageName image =
        new ImageName("action-wasm", Optional.empty(), Optional.empty(), Optional.empty());
    return new Action(
        "guest",
        name,
        new Exec("wasm", image, Optional.of("AAAA"), true, Optional.empty(), false, true),
        Parameters.NONE,
        new ActionLimits(TIMEOUT.toMillis(), memoryMb, logsMb, concurrency, Optional.empty()),
        Version.FIRST,
        false,
        Parameters.NONE,
        java.time.Instant.EPOCH,
        revision);
  }

  Submission submit(Action action, String activationId) {
    TransactionMetadata transaction =
        new TransactionMetadata("tid", time.instant().minusMillis(3), false, Option.empty());
    return pool.submit(new Job(action, user, activationId, JsObject.empty(), transaction));
  }

  /** Submits, and takes it that the activation is recorded at once. */
  Activation run(Action action, String activationId) {
    return recorded(submit(action, activationId));
  }

  static Activation recorded(Submission submission) {
    return now(submission.recorded());
  }

  static Activation answered(Submission submission) {
    return now(submission.answer());
  }

  static boolean isDone(Submission submission) {
    return submission.recorded().toCompletableFuture().isDone();
  }

  private static Activation now(java.util.concurrent.CompletionStage<Activation> stage) {
    Activation activation = stage.toCompletableFuture().getNow(null);
    if (activation == null) {
      throw new AssertionError("has not ended yet");
    }
    return activation;
  }
}
