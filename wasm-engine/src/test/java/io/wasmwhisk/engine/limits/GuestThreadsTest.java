// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class GuestThreadsTest {
  /** More than the address space of any processor. */
  private static final long STACK_NOBODY_HAS = 1L << 60;

  @Test
  void aThreadThatTheSystemDoesNotGiveIsNoError() {
    try (GuestThreads threads = new GuestThreads(STACK_NOBODY_HAS)) {
      assertThat(threads.tryRun(() -> {})).isFalse();
    }
  }

  /** Runs so many guests at once, and waits until all their threads are idle. */
  private static void atOnce(GuestThreads threads, int guests) throws Exception {
    CountDownLatch started = new CountDownLatch(guests);
    CountDownLatch go = new CountDownLatch(1);
    for (int i = 0; i < guests; i++) {
      assertThat(
              threads.tryRun(
                  () -> {
                    started.countDown();
                    awaitUninterruptibly(go);
                  }))
          .isTrue();
    }
    assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
    go.countDown();
    awaitIdle(threads, guests);
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitIdle(GuestThreads threads, int wanted) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (threads.idle() != wanted && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(threads.idle()).isEqualTo(wanted);
  }

  @Test
  void guestsOneAfterTheOtherHaveOneThread() throws Exception {
    try (GuestThreads threads = new GuestThreads(1 << 20)) {
      atOnce(threads, 5);
      Set<Thread> used = ConcurrentHashMap.newKeySet();
      for (int i = 0; i < 100; i++) {
        threads.tryRun(() -> used.add(Thread.currentThread()));
        awaitIdle(threads, 5);
      }
      assertThat(used).hasSize(1);
    }
  }

  @Test
  void threadsThatAreIdleForLongEnd() throws Exception {
    try (GuestThreads threads = new GuestThreads(1 << 20, Duration.ofMillis(20))) {
      atOnce(threads, 5);
      awaitIdle(threads, 0);
      atOnce(threads, 2);
    }
  }

  @Test
  void aLateInterruptionIsNotTheNextGuests() throws Exception {
    try (GuestThreads threads = new GuestThreads(1 << 20)) {
      CompletableFuture<Thread> thread = new CompletableFuture<>();
      threads.tryRun(() -> thread.complete(Thread.currentThread()));
      awaitIdle(threads, 1);
      for (int i = 0; i < 100; i++) {
        thread.get().interrupt();
        while (thread.get().isInterrupted()) {
          Thread.onSpinWait();
        }
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        threads.tryRun(() -> interrupted.complete(Thread.currentThread().isInterrupted()));
        assertThat(interrupted.get(30, TimeUnit.SECONDS)).isFalse();
        awaitIdle(threads, 1);
      }
    }
  }

  /** Guests that come from several threads, while idle threads end at every moment. */
  @Test
  void noGuestIsLostWhereThreadsEnd() throws Exception {
    try (GuestThreads threads = new GuestThreads(1 << 20, Duration.ofNanos(20_000))) {
      int guests = 20_000;
      CountDownLatch ran = new CountDownLatch(2 * guests);
      Runnable feeder =
          () -> {
            for (int i = 0; i < guests; i++) {
              while (!threads.tryRun(ran::countDown)) {
                Thread.onSpinWait();
              }
              if (i % 7 == 0) {
                LockSupport.parkNanos(15_000);
              }
            }
          };
      Thread other = new Thread(feeder);
      other.start();
      feeder.run();
      other.join();

      assertThat(ran.await(60, TimeUnit.SECONDS)).isTrue();
    }
  }
}
