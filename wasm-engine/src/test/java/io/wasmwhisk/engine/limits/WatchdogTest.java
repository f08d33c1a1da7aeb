// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchdogTest {
  private static final Duration FAR = Duration.ofMinutes(5);

  private final Watchdog watchdog = new Watchdog();

  @AfterEach
  void close() {
    watchdog.close();
  }

  private CompletableFuture<Thread> after(Duration delay) {
    CompletableFuture<Thread> called = new CompletableFuture<>();
    watchdog.arm(delay, () -> called.complete(Thread.currentThread()));
    return called;
  }

  @Test
  void aDeadlineBeforeAnother() throws Exception {
    CompletableFuture<Thread> late = after(FAR);

    assertThat(after(Duration.ofMillis(5)).get(30, TimeUnit.SECONDS).getName())
        .isEqualTo("wasm-watchdog");
    assertThat(late).isNotDone();
  }

  @Test
  void aDeadlineBeforeOneThatWasDisarmed() throws Exception {
    watchdog.arm(FAR, () -> {}).disarm();

    assertThat(after(Duration.ofMillis(5))).succeedsWithin(Duration.ofSeconds(30));
  }

  @Test
  void aDeadlineThatHasPassed() throws Exception {
    assertThat(after(Duration.ofMillis(-5))).succeedsWithin(Duration.ofSeconds(30));
    assertThat(after(Duration.ZERO)).succeedsWithin(Duration.ofSeconds(30));
  }

  @Test
  void aDisarmedDeadline() throws Exception {
    CompletableFuture<Void> disarmed = new CompletableFuture<>();
    watchdog.arm(Duration.ofMillis(20), () -> disarmed.complete(null)).disarm();

    assertThat(after(Duration.ofMillis(40))).succeedsWithin(Duration.ofSeconds(30));
    assertThat(disarmed).isNotDone();
  }

  /** Waking it would cost an activation as much as a thread of its own. */
  @Test
  void itSleepsThroughDeadlinesThatAreDisarmed() throws Exception {
    Thread thread = after(Duration.ofMillis(1)).get(30, TimeUnit.SECONDS);
    watchdog.arm(FAR, () -> {}).disarm();
    long before = waits(thread);
    for (int i = 0; i < 1000; i++) {
      watchdog.arm(FAR, () -> {}).disarm();
    }

    assertThat(waits(thread) - before).isLessThan(10);
  }

  private static long waits(Thread thread) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return threads.getThreadInfo(thread.threadId()).getWaitedCount();
  }
}
