// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.pool;

import static io.wasmwhisk.standalone.pool.PoolFixture.ANSWER_GRACE;
import static io.wasmwhisk.standalone.pool.PoolFixture.IDLE;
import static io.wasmwhisk.standalone.pool.PoolFixture.PAUSE_GRACE;
import static io.wasmwhisk.standalone.pool.PoolFixture.TIMEOUT;
import static io.wasmwhisk.standalone.pool.PoolFixture.action;
import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.standalone.container.ActionContainer.Initialization;
import io.wasmwhisk.standalone.container.ActionContainer.Logs;
import io.wasmwhisk.standalone.container.ActionContainer.RunOutcome;
import io.wasmwhisk.standalone.container.ContainerSource.Creation;
import io.wasmwhisk.standalone.container.Span;
import io.wasmwhisk.standalone.entities.Action;
import io.wasmwhisk.standalone.entities.Activation;
import io.wasmwhisk.standalone.entities.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One container from its start to its end. */
class ContainerLifeTest {
  private final PoolFixture f = new PoolFixture();
  private final FakeContainers containers = f.containers;

  @Test
  void aColdStartCreatesInitializesRunsAndCollects() {
    Activation record = f.run(action("act"), "a");
    assertThat(containers.calls)
        .containsExactly("create #1 a", "init #1 a", "run #1 a first", "logs #1 a");
    assertThat(record.toJson().compactPrint())
        .isEqualTo(
            "{\"activationId\":\"a\",\"annotations\":[{\"key\":\"path\",\"value\":\"guest/act\"},"
                + "{\"key\":\"waitTime\",\"value\":3},{\"key\":\"kind\",\"value\":\"wasm\"},"
                + "{\"key\":\"timeout\",\"value\":false},{\"key\":\"limits\",\"value\":"
                + "{\"concurrency\":1,\"logs\":10,\"memory\":256,\"timeout\":60000}},"
                + "{\"key\":\"initTime\",\"value\":7}],\"duration\":14,\"end\":1767225600007,"
                + "\"logs\":[\"line of a\"],\"name\":\"act\",\"namespace\":\"guest\","
                + "\"publish\":false,\"response\":{\"result\":{\"ok\":true},\"size\":11,"
                + "\"status\":\"success\",\"success\":true},\"start\":1767225599993,"
                + "\"subject\":\"guest\",\"version\":\"0.0.1\"}");
    assertThat(f.records).containsExactly(record);
  }

  @Test
  void aWarmContainerOnlyRuns() {
    f.run(action("act"), "a");
    containers.takeCalls();
    Activation second = f.run(action("act"), "b");
    assertThat(containers.calls).containsExactly("run #1 b", "logs #1 b");
    assertThat(second.annotations().get("initTime")).isEmpty();
    assertThat(second.durationMillis()).isEqualTo(7);
  }

  @Test
  void theAnswerDoesNotWaitForLogs() {
    CompletableFuture<Object> logs = containers.hold("logs #1 a");
    Submission submission = f.submit(action("act"), "a");
    assertThat(PoolFixture.answered(submission).logs()).isEmpty();
    assertThat(PoolFixture.isDone(submission)).isFalse();
    logs.complete(new Logs(List.of("late"), true));
    assertThat(PoolFixture.recorded(submission).logs()).containsExactly("late");
  }

  @Test
  void logsAreNotCollectedWhereTheLimitIsZero() {
    f.run(action("act", 256, 1, 0, 1), "a");
    assertThat(containers.calls).containsExactly("create #1 a", "init #1 a", "run #1 a first");
  }

  @Test
  void anIdleContainerIsPausedAfterItsGraceAndResumedForTheNextRun() {
    f.run(action("act"), "a");
    containers.takeCalls();
    f.time.pass(PAUSE_GRACE.minusMillis(1));
    assertThat(containers.calls).isEmpty();
    f.time.pass(Duration.ofMillis(1));
    assertThat(containers.takeCalls()).containsExactly("suspend #1");
    f.run(action("act"), "b");
    assertThat(containers.calls).containsExactly("resume #1", "run #1 b", "logs #1 b");
  }

  @Test
  void aRunBeforeTheGraceIsOverStartsItAgain() {
    f.run(action("act"), "a");
    f.time.pass(PAUSE_GRACE.minusMillis(1));
    f.run(action("act"), "b");
    containers.takeCalls();
    f.time.pass(PAUSE_GRACE.minusMillis(1));
    assertThat(containers.calls).isEmpty();
  }

  @Test
  void aRunDuringThePauseWaitsForIt() {
    f.run(action("act"), "a");
    CompletableFuture<Object> paused = containers.hold("suspend #1");
    f.time.pass(PAUSE_GRACE);
    Submission submission = f.submit(action("act"), "b");
    assertThat(PoolFixture.isDone(submission)).isFalse();
    containers.takeCalls();
    paused.complete(Optional.empty());
    assertThat(containers.calls).containsExactly("resume #1", "run #1 b", "logs #1 b");
    assertThat(PoolFixture.isDone(submission)).isTrue();
  }

  @Test
  void aPausedContainerIsRemovedWhenNobodyUsesIt() {
    f.run(action("act"), "a");
    f.time.pass(PAUSE_GRACE);
    containers.takeCalls();
    f.time.pass(IDLE.minusMillis(1));
    assertThat(containers.calls).isEmpty();
    f.time.pass(Duration.ofMillis(1));
    assertThat(containers.calls).containsExactly("resume #1", "destroy #1");
    assertThat(f.time.pending()).isZero();
  }

  @Test
  void aContainerThatCannotBePausedIsDestroyedAndItsRunGoesElsewhere() {
    f.run(action("act"), "a");
    CompletableFuture<Object> paused = containers.hold("suspend #1");
    f.time.pass(PAUSE_GRACE);
    Submission submission = f.submit(action("act"), "b");
    containers.takeCalls();
    paused.completeExceptionally(new IllegalStateException("no"));
    assertThat(containers.calls)
        .containsExactlyInAnyOrder(
            "destroy #1", "create #2 b", "init #2 b", "run #2 b first", "logs #2 b");
    assertThat(PoolFixture.recorded(submission).response().isSuccess()).isTrue();
  }

  @Test
  void aContainerThatCannotBeResumedIsDestroyedAndItsRunGoesElsewhere() {
    f.run(action("act"), "a");
    f.time.pass(PAUSE_GRACE);
    containers.takeCalls();
    containers.fail("resume #1", new IllegalStateException("no"));
    Activation record = f.run(action("act"), "b");
    assertThat(containers.calls).contains("destroy #1", "run #2 b first");
    assertThat(record.response().isSuccess()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void anErrorThatIsNotTheApplicationsDestroysTheContainer(Response.Status status) {
    containers.respond("run #1 a first", new Response(status, Optional.empty(), Optional.empty()));
    f.run(action("act"), "a");
    boolean destroyed = containers.calls.contains("destroy #1");
    assertThat(destroyed)
        .isEqualTo(
            status == Response.Status.DEVELOPER_ERROR || status == Response.Status.WHISK_ERROR);
  }

  @Test
  void incompleteLogsDestroyTheContainer() {
    containers.answer("logs #1 a", new Logs(List.of("first"), false));
    assertThat(f.run(action("act"), "a").logs()).containsExactly("first");
    assertThat(containers.calls).endsWith("destroy #1");
  }

  @Test
  void logsThatCannotBeCollectedDestroyTheContainer() {
    containers.fail("logs #1 a", new IllegalStateException("no"));
    assertThat(f.run(action("act"), "a").logs())
        .containsExactly("There was an issue while collecting your logs. Data might be missing.");
    assertThat(containers.calls).endsWith("destroy #1");
  }

  @Test
  void aRefusedCreationEndsTheActivationWithItsResponse() {
    containers.answer("create #1 a", new Creation.Refused(Response.developerError("bad image")));
    Activation record = f.run(action("act"), "a");
    assertThat(record.response()).isEqualTo(Response.developerError("bad image"));
    assertThat(record.durationMillis()).isZero();
    assertThat(containers.calls).containsExactly("create #1 a");
  }

  @Test
  void aCreationThatFailsOrThrowsIsThePlatformsFault() {
    Response expected = Response.whiskError("Failed to provision resources to run the action.");
    containers.fail("create #1 a", new IllegalStateException("no"));
    assertThat(f.run(action("act"), "a").response()).isEqualTo(expected);
    containers.blowUp("create #2 b", new IllegalStateException("no"));
    assertThat(f.run(action("act"), "b").response()).isEqualTo(expected);
  }

  @Test
  void aFailedInitializationEndsTheActivationAndTheContainer() {
    Span span = new Span(f.time.instant(), f.time.instant().plusMillis(5));
    Response response = Response.developerError("no module");
    containers.answer("init #1 a", new Initialization.Failed(span, response));
    Activation record = f.run(action("act"), "a");
    assertThat(record.response()).isEqualTo(response);
    assertThat(record.durationMillis()).isEqualTo(5);
    assertThat(record.annotations().get("initTime").map(Object::toString)).contains("5");
    assertThat(record.logs()).containsExactly("line of a");
    assertThat(containers.calls)
        .containsExactly("create #1 a", "init #1 a", "logs #1 a", "destroy #1");
  }

  @Test
  void anInitializationThatFailsUnexpectedlyIsThePlatformsFault() {
    containers.fail("init #1 a", new IllegalStateException("no"));
    assertThat(f.run(action("act"), "a").response())
        .isEqualTo(
            Response.whiskError(
                "The action did not produce a valid response and exited unexpectedly."));
    assertThat(containers.calls).endsWith("destroy #1");
  }

  @Test
  void aRunThatFindsItsWarmContainerUnhealthyGoesToAnother() {
    f.run(action("act"), "a");
    containers.takeCalls();
    containers.answer("run #1 b", new RunOutcome.Unhealthy("gone"));
    Activation record = f.run(action("act"), "b");
    assertThat(record.response().isSuccess()).isTrue();
    assertThat(containers.calls)
        .containsExactlyInAnyOrder(
            "run #1 b", "destroy #1", "create #2 b", "init #2 b", "run #2 b first", "logs #2 b");
  }

  @Test
  void anUnhealthyFreshContainerIsThePlatformsFault() {
    containers.answer("run #1 a first", new RunOutcome.Unhealthy("gone"));
    assertThat(f.run(action("act"), "a").response().status())
        .isEqualTo(Response.Status.WHISK_ERROR);
    assertThat(containers.calls).endsWith("destroy #1");
  }

  @Test
  void aRunThatNeverAnswersTimesOutAfterItsGraceAndFreesItsSlot() {
    containers.neverAnswer("run #1 a first");
    Submission submission = f.submit(action("act"), "a");
    f.time.pass(TIMEOUT.plus(ANSWER_GRACE).minusMillis(1));
    assertThat(PoolFixture.isDone(submission)).isFalse();
    f.time.pass(Duration.ofMillis(1));
    Activation record = PoolFixture.recorded(submission);
    assertThat(record.response())
        .isEqualTo(
            Response.developerError("The action exceeded its time limits of 60000 milliseconds."));
    assertThat(record.annotations().get("timeout").map(Object::toString)).contains("true");
    assertThat(containers.calls).endsWith("destroy #1");
  }

  @Test
  void anInitializationThatNeverAnswersTimesOutAfterItsGrace() {
    containers.neverAnswer("init #1 a");
    Submission submission = f.submit(action("act"), "a");
    f.time.pass(TIMEOUT.plus(ANSWER_GRACE));
    assertThat(PoolFixture.recorded(submission).response())
        .isEqualTo(
            Response.developerError(
                "The action exceeded its time limits of 60000 milliseconds during"
                    + " initialization."));
    assertThat(containers.calls).endsWith("destroy #1");
  }

  @Test
  void aContainerThatIsCreatedTooLateIsDestroyed() {
    CompletableFuture<Object> creation = containers.hold("create #1 a");
    Submission submission = f.submit(action("act"), "a");
    f.time.pass(TIMEOUT.plus(ANSWER_GRACE));
    assertThat(PoolFixture.recorded(submission).response().status())
        .isEqualTo(Response.Status.WHISK_ERROR);
    creation.complete(containers.created(1));
    assertThat(containers.calls).containsExactly("create #1 a", "destroy #1");
  }

  @Test
  void logsThatNeverComeAreGivenUp() {
    containers.neverAnswer("logs #1 a");
    Submission submission = f.submit(action("act"), "a");
    f.time.pass(ANSWER_GRACE);
    assertThat(PoolFixture.isDone(submission)).isTrue();
    assertThat(containers.calls).endsWith("destroy #1");
  }

  @Test
  void anotherRevisionOfTheActionGetsAnotherContainer() {
    f.run(action("act", 256, 1, 10, 1), "a");
    Action changed = action("act", 256, 1, 10, 2);
    f.run(changed, "b");
    assertThat(containers.calls).contains("create #2 b");
  }
}
