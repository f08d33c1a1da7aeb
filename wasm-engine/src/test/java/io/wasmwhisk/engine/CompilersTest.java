// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompilersTest {
  private final CountDownLatch slow = new CountDownLatch(1);
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());
  private Compilers compilers = new Compilers(4, 10);

  @AfterEach
  void close() {
    slow.countDown();
    compilers.close();
  }

  private CompletableFuture<String> slow(String owner) {
    return compilers.submit(
        owner,
        () -> {
          await(slow);
          done.add(owner);
          return owner;
        },
        queued -> "refused, " + queued + " wait");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whoFillsTheQueueWithSlowWorkDoesNotStarveOthers() throws Exception {
    List<CompletableFuture<String>> flood =
        java.util.stream.IntStream.range(0, 10).mapToObj(i -> slow("a")).toList();

    assertThat(compilers.submit("b", () -> "done", queued -> "refused").get(30, TimeUnit.SECONDS))
        .isEqualTo("done");
    assertThat(flood).noneMatch(CompletableFuture::isDone);
    slow.countDown();
    for (CompletableFuture<String> each : flood) {
      assertThat(each.get(30, TimeUnit.SECONDS)).isEqualTo("a");
    }
  }

  @Test
  void theQueueOnePastItsBound() throws Exception {
    compilers.close();
    compilers = new Compilers(2, 1);
    slow("a");
    slow("a");

    assertThat(slow("a").get(30, TimeUnit.SECONDS)).isEqualTo("refused, 1 wait");
  }

  @Test
  void whatIsGivenUpIsNeverDone() throws Exception {
    compilers.close();
    compilers = new Compilers(2, 1);
    CompletableFuture<String> first = slow("a");
    CompletableFuture<String> second = slow("b");
    CompletableFuture<String> third = slow("c");
    third.complete("too late");
    slow.countDown();
    first.get(30, TimeUnit.SECONDS);
    second.get(30, TimeUnit.SECONDS);

    assertThat(compilers.submit("d", () -> "done", queued -> "refused").get(30, TimeUnit.SECONDS))
        .isEqualTo("done");
    assertThat(done).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void workThatFailsLeavesItsThread() throws Exception {
    for (int i = 0; i < 20; i++) {
      CompletableFuture<String> failing =
          compilers.submit(
              "a",
              () -> {
                throw new IllegalStateException("no");
              },
              queued -> "refused");
      assertThat(failing.handle((result, failure) -> failure).get(30, TimeUnit.SECONDS))
          .hasMessage("no");
    }
  }
}
