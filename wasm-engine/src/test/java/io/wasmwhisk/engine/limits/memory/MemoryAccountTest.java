// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MemoryAccountTest {
  private static final int PAGE = 64 << 10;

  private static final MemoryAccount.Patience NOT_AT_ALL = wait -> {};
  private static final MemoryAccount.Patience PATIENT = MemoryAccount.Wait::await;

  /** 100 pages, 75 of them open to all. */
  private final MemoryBudget budget = new MemoryBudget(100 * PAGE);

  private final MemoryAccount account = budget.open("owner", 40 * PAGE);

  @Test
  void anInstanceAtTheLimit() throws InterruptedException {
    assertThat(account.instantiate(40 * PAGE, PAGE, NOT_AT_ALL)).isTrue();
    assertThat(used()).isEqualTo(41);
    assertThat(account.refusal()).isEqualTo(MemoryRefusal.NONE);
  }

  @Test
  void anInstanceOneBytePastTheLimit() throws InterruptedException {
    assertThat(account.instantiate(40 * PAGE + 1, 0, NOT_AT_ALL)).isFalse();
    assertThat(account.refusal()).isEqualTo(MemoryRefusal.LIMIT);
    assertThat(used()).isZero();
  }

  @Test
  void growingToTheLimitAndOneBytePastIt() throws InterruptedException {
    account.instantiate(10 * PAGE, 0, NOT_AT_ALL);

    assertThat(account.tryGrow(30 * PAGE, 10 * PAGE, NOT_AT_ALL)).isTrue();
    account.grown(30 * PAGE, 10 * PAGE, true);
    assertThat(account.refusal()).isEqualTo(MemoryRefusal.NONE);
    assertThat(account.tryGrow(1, 40 * PAGE, NOT_AT_ALL)).isFalse();
    assertThat(account.refusal()).isEqualTo(MemoryRefusal.LIMIT);
    assertThat(account.limit()).isEqualTo(40 * PAGE);
  }

  @Test
  void theEnginesCopyCountsWhileItGrows() throws InterruptedException {
    account.instantiate(30 * PAGE, 0, NOT_AT_ALL);

    assertThat(account.tryGrow(PAGE, 30 * PAGE, NOT_AT_ALL)).isTrue();
    assertThat(used()).isEqualTo(61);
    account.grown(PAGE, 30 * PAGE, true);
    account.tryHold(PAGE);
    assertThat(used()).isEqualTo(32);
  }

  @Test
  void aCopyThatDoesNotFitIsMadeOutsideOfTheBudget() throws InterruptedException {
    account.instantiate(39 * PAGE, 0, NOT_AT_ALL);

    assertThat(account.tryGrow(PAGE, 39 * PAGE, NOT_AT_ALL)).isTrue();
    assertThat(used()).isEqualTo(40);
    account.grown(PAGE, 39 * PAGE, true);
    assertThat(used()).isEqualTo(40);
    assertThat(account.refusal()).isEqualTo(MemoryRefusal.NONE);
  }

  @Test
  void aCopyOfMoreThanHalfOfTheBudgetIsRefused() throws InterruptedException {
    MemoryAccount large = budget.open("large", 100 * PAGE);
    large.instantiate(50 * PAGE + 1, 0, NOT_AT_ALL);

    assertThat(large.tryGrow(1, 50 * PAGE + 1, NOT_AT_ALL)).isFalse();
    assertThat(large.refusal()).isEqualTo(MemoryRefusal.BUDGET);
    assertThat(large.budget()).isEqualTo(100 * PAGE);
  }

  @Test
  void copiesOutsideOfTheBudgetAreMadeOneAtATime() throws InterruptedException {
    MemoryAccount other = budget.open("other", 40 * PAGE);
    account.instantiate(30 * PAGE, 0, NOT_AT_ALL);
    other.instantiate(30 * PAGE, 0, NOT_AT_ALL);
    assertThat(account.tryGrow(PAGE, 30 * PAGE, NOT_AT_ALL)).isTrue();

    assertThat(other.tryGrow(PAGE, 30 * PAGE, NOT_AT_ALL)).isFalse();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> other.tryGrow(PAGE, 30 * PAGE, PATIENT))
        .isInstanceOf(InterruptedException.class);
    account.close();
    assertThat(other.tryGrow(PAGE, 30 * PAGE, NOT_AT_ALL)).isTrue();
  }

  @Test
  void anEngineThatCouldNotGrowLeavesEverythingAsItWas() throws InterruptedException {
    account.instantiate(10 * PAGE, 0, NOT_AT_ALL);
    account.tryGrow(30 * PAGE, 10 * PAGE, NOT_AT_ALL);
    account.grown(30 * PAGE, 10 * PAGE, false);

    assertThat(account.refusal()).isEqualTo(MemoryRefusal.LIMIT);
    assertThat(account.tryGrow(30 * PAGE, 10 * PAGE, NOT_AT_ALL)).isTrue();
  }

  @Test
  void growthThatTheBudgetRefuses() throws InterruptedException {
    budget.open("other", 0).tryHold(70 * PAGE);
    account.instantiate(PAGE, 0, NOT_AT_ALL);

    assertThat(account.tryGrow(10 * PAGE, PAGE, NOT_AT_ALL)).isFalse();
    assertThat(account.refusal()).isEqualTo(MemoryRefusal.BUDGET);
    assertThat(used()).isEqualTo(71);
  }

  @Test
  void framesMayTakeAsMuchAgainAsTheMemory() throws InterruptedException {
    account.instantiate(10 * PAGE, 0, NOT_AT_ALL);

    assertThat(account.growFrames(PAGE)).isGreaterThanOrEqualTo(PAGE);
    assertThat(account.growFrames(40 * PAGE)).isEqualTo(40 * PAGE);
    assertThat(used()).isEqualTo(50);
    assertThat(account.growFrames(40 * PAGE + 1)).isEqualTo(40 * PAGE);
    assertThat(account.refusal()).isEqualTo(MemoryRefusal.NONE);
  }

  @Test
  void framesThatTheBudgetRefuses() throws InterruptedException {
    budget.open("other", 0).tryHold(70 * PAGE);

    assertThat(account.growFrames(30 * PAGE)).isZero();
    assertThat(account.refusal()).isEqualTo(MemoryRefusal.BUDGET);
  }

  @Test
  void smallTakingsReachTheBudgetInSteps() throws InterruptedException {
    account.tryHold(1);
    long step = budget.use().used();
    account.tryHold(step - 1);
    assertThat(budget.use().used()).isEqualTo(step);
    account.tryHold(1);
    assertThat(budget.use().used()).isEqualTo(2 * step);
  }

  private long used() throws InterruptedException {
    return budget.use().used() / PAGE;
  }
}
