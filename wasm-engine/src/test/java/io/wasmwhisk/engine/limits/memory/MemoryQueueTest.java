// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who waits for memory to begin with, and who is served when some is given back. */
class MemoryQueueTest {
  private static final long MIB = 1 << 20;

  private final MemoryBudget budget = new MemoryBudget(100 * MIB);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final MemoryAccount holder = budget.open("holder", 100 * MIB);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void anInstanceWaitsForTheMemoryOfAnother() throws Exception {
    holder.tryHold(50 * MIB);
    MemoryAccount account = budget.open("one", 40 * MIB);
    CompletableFuture<Boolean> one = begin(account, 30 * MIB, 1);

    holder.release(6 * MIB);
    assertThat(one.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(account.instantiated()).isTrue();
    assertThat(account.refusal()).isEqualTo(MemoryRefusal.NONE);
    account.close();
    assertThat(budget.use().used()).isLessThan(46 * MIB);
    assertThat(budget.use().refusals()).isZero();
  }

  @Test
  void withinAnOwnerWhoCameFirstIsServedFirst() throws Exception {
    holder.tryHold(60 * MIB);
    CompletableFuture<Boolean> large = begin(budget.open("one", 40 * MIB), 40 * MIB, 1);
    CompletableFuture<Boolean> small = begin(budget.open("one", 40 * MIB), 16 * MIB, 2);

    holder.release(1);
    assertThat(small).isNotDone();
    holder.release(30 * MIB);
    assertThat(large.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(small).isNotDone();
    holder.close();
    assertThat(small.get(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void anOwnerThatCannotBeServedHoldsUpNobodyElse() throws Exception {
    holder.tryHold(60 * MIB);
    CompletableFuture<Boolean> large = begin(budget.open("one", 75 * MIB), 75 * MIB, 1);
    CompletableFuture<Boolean> small = begin(budget.open("two", 40 * MIB), 16 * MIB, 2);

    holder.release(10 * MIB);
    assertThat(small.get(30, TimeUnit.SECONDS)).isTrue();
    assertThat(large).isNotDone();
  }

  @Test
  void whatNeverFitsDoesNotWait() throws Exception {
    MemoryAccount account = budget.open("one", 100 * MIB);

    assertThat(account.instantiate(75 * MIB, 1, MemoryAccount.Wait::await)).isFalse();
    assertThat(account.refusal()).isEqualTo(MemoryRefusal.BUDGET);
  }

  @Test
  void whoIsStoppedWaitsNoLonger() throws Exception {
    holder.tryHold(60 * MIB);
    MemoryAccount account = budget.open("one", 40 * MIB);
    CompletableFuture<Boolean> one = begin(account, 40 * MIB, 1);

    account.stopWaiting();
    assertThat(one.get(30, TimeUnit.SECONDS)).isFalse();
    assertThat(account.refusal()).isEqualTo(MemoryRefusal.BUDGET);
    assertThat(account.instantiated()).isFalse();
    assertThat(budget.use().waiting()).isZero();
  }

  @Test
  void whoWasStoppedBeforeDoesNotWait() throws Exception {
    holder.tryHold(60 * MIB);
    MemoryAccount account = budget.open("one", 40 * MIB);
    account.stopWaiting();

    assertThat(account.instantiate(40 * MIB, 0, MemoryAccount.Wait::await)).isFalse();
  }

  /** Begins on a thread of its own, and is so many in the queue then. */
  private CompletableFuture<Boolean> begin(MemoryAccount account, long bytes, int place) {
    CompletableFuture<Boolean> begun =
        CompletableFuture.supplyAsync(() -> instantiate(account, bytes), threads);
    while (budget.use().waiting() < place) {
      Thread.onSpinWait();
    }
    return begun;
  }

  private static boolean instantiate(MemoryAccount account, long bytes) {
    try {
      return account.instantiate(bytes, 0, MemoryAccount.Wait::await);
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
  }
}
