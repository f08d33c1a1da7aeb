// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.pool;

import static io.wasmwhisk.standalone.pool.PoolFixture.PAUSE_GRACE;
import static io.wasmwhisk.standalone.pool.PoolFixture.action;
import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.standalone.container.ActionContainer.Initialization;
import io.wasmwhisk.standalone.container.Span;
import io.wasmwhisk.standalone.entities.Action;
import io.wasmwhisk.standalone.entities.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Many jobs, and 512 MB for their containers. */
class ContainerPoolTest {
  private final PoolFixture f = new PoolFixture();
  private final FakeContainers containers = f.containers;

  @Test
  void aBusyContainerIsNotShared() {
    containers.neverAnswer("run #1 a first");
    f.submit(action("act"), "a");
    f.run(action("act"), "b");
    assertThat(containers.calls).contains("create #2 b");
  }

  @Test
  void aContainerRunsAsManyAtOnceAsItsActionAllows() {
    Action act = action("act", 256, 3, 10, 1);
    f.run(act, "a");
    containers.neverAnswer("run #1 b");
    containers.neverAnswer("run #1 c");
    containers.neverAnswer("run #1 d");
    f.submit(act, "b");
    f.submit(act, "c");
    f.submit(act, "d");
    containers.takeCalls();
    f.run(act, "e");
    assertThat(containers.calls)
        .containsExactly("create #2 e", "init #2 e", "run #2 e first", "logs #2 e");
  }

  @Test
  void runsWaitForAContainerThatIsBeingInitialized() {
    Action act = action("act", 256, 2, 10, 1);
    CompletableFuture<Object> init = containers.hold("init #1 a");
    Submission first = f.submit(act, "a");
    Submission second = f.submit(act, "b");
    assertThat(containers.takeCalls()).containsExactly("create #1 a", "init #1 a");
    init.complete(new Initialization.Done(new Span(f.time.instant(), f.time.instant())));
    assertThat(containers.calls)
        .containsExactlyInAnyOrder("run #1 a first", "logs #1 a", "run #1 b", "logs #1 b");
    assertThat(PoolFixture.recorded(first).annotations().get("initTime")).isPresent();
    assertThat(PoolFixture.recorded(second).annotations().get("initTime")).isEmpty();
  }

  @Test
  void runsThatWaitForAContainerEndWithItsFailedInitialization() {
    Action act = action("act", 256, 2, 10, 1);
    CompletableFuture<Object> init = containers.hold("init #1 a");
    f.submit(act, "a");
    Submission second = f.submit(act, "b");
    Response response = Response.developerError("no module");
    init.complete(
        new Initialization.Failed(new Span(f.time.instant(), f.time.instant()), response));
    assertThat(PoolFixture.recorded(second).response()).isEqualTo(response);
  }

  @Test
  void oneFailingRunLeavesTheOthersInItsContainerUnharmed() {
    Action act = action("act", 256, 2, 10, 1);
    f.run(act, "a");
    CompletableFuture<Object> slow = containers.hold("run #1 b");
    Submission unharmed = f.submit(act, "b");
    containers.respond("run #1 c", Response.developerError("trap"));
    f.run(act, "c");
    assertThat(containers.calls).doesNotContain("destroy #1");
    f.run(act, "d");
    assertThat(containers.calls).contains("create #2 d");
    slow.complete(containers.ran(FakeContainers.OK));
    assertThat(PoolFixture.recorded(unharmed).response().isSuccess()).isTrue();
    assertThat(containers.calls).endsWith("destroy #1");
  }

  @Test
  void aJobQueuesWhereMemoryIsFullAndRunsWhenSomeIsFree() {
    CompletableFuture<Object> run = containers.hold("run #1 a first");
    containers.neverAnswer("run #2 b first");
    f.submit(action("one"), "a");
    f.submit(action("two"), "b");
    Submission queued = f.submit(action("three"), "c");
    assertThat(containers.takeCalls()).doesNotContain("create #3 c");
    run.complete(containers.ran(FakeContainers.OK));
    assertThat(containers.calls)
        .containsExactlyInAnyOrder(
            "logs #1 a", "destroy #1", "create #3 c", "init #3 c", "run #3 c first", "logs #3 c");
    assertThat(PoolFixture.isDone(queued)).isTrue();
  }

  @Test
  void theQueuesHeadDoesNotGiveWayToASmallerJob() {
    containers.neverAnswer("run #1 a first");
    f.submit(action("one"), "a");
    Submission large = f.submit(action("large", 512, 1, 10, 1), "b");
    Submission small = f.submit(action("small", 128, 1, 10, 1), "c");
    assertThat(PoolFixture.isDone(large)).isFalse();
    assertThat(PoolFixture.isDone(small)).isFalse();
  }

  @Test
  void theLongestUnusedIdleContainersMakeRoom() {
    f.run(action("one"), "a");
    f.run(action("two"), "b");
    f.run(action("one"), "c");
    containers.takeCalls();
    f.run(action("three"), "d");
    assertThat(containers.calls).contains("destroy #2").doesNotContain("destroy #1");
  }

  @Test
  void aPausedContainerThatMakesRoomIsResumedBeforeItsEnd() {
    f.run(action("one"), "a");
    f.time.pass(PAUSE_GRACE);
    containers.takeCalls();
    f.run(action("large", 512, 1, 10, 1), "b");
    assertThat(containers.calls).containsSubsequence("resume #1", "destroy #1");
  }

  @Test
  void noContainerIsEvictedWhereThatWouldNotDo() {
    containers.neverAnswer("run #1 a first");
    f.submit(action("one"), "a");
    f.run(action("two"), "b");
    Submission large = f.submit(action("large", 512, 1, 10, 1), "c");
    assertThat(PoolFixture.isDone(large)).isFalse();
    assertThat(containers.calls).doesNotContain("destroy #2");
  }

  @Test
  void anActionThatNeverFitsIsRefused() {
    assertThat(f.run(action("huge", 513, 1, 10, 1), "a").response())
        .isEqualTo(Response.whiskError("Failed to provision resources to run the action."));
    assertThat(f.run(action("large", 512, 1, 10, 1), "b").response().isSuccess()).isTrue();
  }

  @Test
  void closingDestroysContainersAndRefusesJobs() {
    f.run(action("one"), "a");
    containers.neverAnswer("run #2 b first");
    f.submit(action("two"), "b");
    Submission queued = f.submit(action("three", 512, 1, 10, 1), "c");
    containers.takeCalls();
    CompletionStage<Void> closed = f.pool.close();
    assertThat(containers.calls).containsExactly("destroy #1", "destroy #2");
    assertThat(closed.toCompletableFuture()).isCompleted();
    Response stopping = Response.whiskError("The server is stopping.");
    assertThat(PoolFixture.recorded(queued).response()).isEqualTo(stopping);
    assertThat(f.run(action("one"), "d").response()).isEqualTo(stopping);
  }

  @Test
  void closingRefusesWhatWaitsForAContainer() {
    Action act = action("act", 256, 2, 10, 1);
    containers.neverAnswer("init #1 a");
    f.submit(act, "a");
    Submission waiting = f.submit(act, "b");
    f.pool.close();
    assertThat(PoolFixture.recorded(waiting).response())
        .isEqualTo(Response.whiskError("The server is stopping."));
  }
}
