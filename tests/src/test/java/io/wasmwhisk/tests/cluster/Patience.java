// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.cluster;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another process does. */
final class Patience {
  private static final Duration MOST = Duration.ofMinutes(5);
  private static final long WORTH_TELLING = 500;
  private static final Duration POLL = Duration.ofMillis(200);

  private Patience() {}

  /**
   * Asks again and again; what lasted longer than half a second is printed.
   *
   * @throws AssertionError when it does not become so within five minutes
   */
  static void await(String what, Question question) throws InterruptedException {
    long start = System.nanoTime();
    while (!isSo(question)) {
      if (System.nanoTime() - start > MOST.toNanos()) {
        throw new AssertionError("not within %d s: %s".formatted(MOST.toSeconds(), what));
      }
      LockSupport.parkNanos(POLL.toNanos());
      if (Thread.interrupted()) {
        throw new InterruptedException(what);
      }
    }
    long lasted = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    if (lasted > WORTH_TELLING) {
      say("%s, after %d ms", what, lasted);
    }
  }

  private static boolean isSo(Question question) throws InterruptedException {
    try {
      return question.isSo();
    } catch (java.io.IOException e) {
      return false; // nothing listens yet, or no longer
    }
  }

  /** A line that tells how far the test is. */
  static void say(String format, Object... values) {
    System.out.printf("cluster: " + format + "%n", values);
  }

  /** What is waited for. */
  interface Question {
    boolean isSo() throws java.io.IOException, InterruptedException;
  }
}
