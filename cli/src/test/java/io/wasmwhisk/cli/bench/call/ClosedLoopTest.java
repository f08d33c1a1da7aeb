// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {
  private final Semaphore answers = new Semaphore(0);
  private final Semaphore sent = new Semaphore(0);

  private Activation call() {
    sent.release();
    answers.acquireUninterruptibly();
    return new Activation(0, 1, 0, Activation.NONE, 0, Optional.empty());
  }

  @Test
  void thereAreAsManyCallsInFlightAsClients() {
    try (ClosedLoop loop = new ClosedLoop(this::call)) {
      loop.add();
      loop.add();
      sent.acquireUninterruptibly(2);
      assertThat(sent.tryAcquire()).isFalse();
      assertThat(loop.takeEnded()).isEmpty();

      answers.release();
      sent.acquireUninterruptibly();

      assertThat(loop.takeEnded()).hasSize(1);
      assertThat(loop.takeEnded()).isEmpty();
      answers.release(1_000_000); // whoever calls until the end is answered
    }
  }
}
