// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class GuestThreadsTest {
  private static final int STACK_BYTES = 1 << 20;

  /** More than the address space of any processor. */
  private static final long STACK_NOBODY_HAS = 1L << 60;

  @Test
  void asManyAsAllowedAndNotOneMore() throws Exception {
    CountDownLatch started = new CountDownLatch(2);
    CountDownLatch done = new CountDownLatch(1);
    try (GuestThreads threads = new GuestThreads(2, STACK_BYTES)) {
      Runnable guest =
          () -> {
            started.countDown();
            awaitQuietly(done);
          };

      assertThat(threads.tryRun(guest)).isTrue();
      assertThat(threads.tryRun(guest)).isTrue();
      started.await();
      assertThat(threads.tryRun(guest)).isFalse();
      done.countDown();
    }
  }

  @Test
  void aThreadThatTheSystemDoesNotGiveIsNoError() {
    try (GuestThreads threads = new GuestThreads(1, STACK_NOBODY_HAS)) {
      assertThat(threads.tryRun(() -> {})).isFalse();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
