// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
  private static final long MIB = 1 << 20;

  private static final MemoryAccount.Patience NOT_AT_ALL = wait -> {};

  private final MemoryBudget budget = new MemoryBudget(64 * MIB);

  @Test
  void anyoneMayTakeThreeQuarters() throws InterruptedException {
    assertThat(open("greedy").tryHold(48 * MIB)).isTrue();
    assertThat(budget.use()).isEqualTo(new MemoryUse(64 * MIB, 48 * MIB, 48 * MIB, 0, 1, 0));
  }

  @Test
  void oneByteOfThreeQuartersTooMany() throws InterruptedException {
    MemoryAccount greedy = open("greedy");

    assertThat(greedy.tryHold(48 * MIB + 1)).isFalse();
    assertThat(greedy.refusal()).isEqualTo(MemoryRefusal.BUDGET);
    assertThat(budget.use()).isEqualTo(new MemoryUse(64 * MIB, 0, 0, 1, 1, 0));
  }

  @Test
  void aSmallOwnerHasAnEighthOfWhatIsThenLeft() throws InterruptedException {
    open("greedy").tryHold(48 * MIB);
    MemoryAccount small = open("small");
    // x <= (16 MiB - x) / 8, a multiple of the 16 KiB that an account takes at once.
    long most = (16 * MIB / 9) >> 14 << 14;

    assertThat(small.tryHold(most)).isTrue();
    assertThat(small.tryHold((16 << 10) + 1)).isFalse();
    assertThat(budget.use().used()).isEqualTo(48 * MIB + most);
  }

  @Test
  void anOwnersActivationsAreCountedTogether() throws InterruptedException {
    open("greedy").tryHold(48 * MIB);

    assertThat(open("small").tryHold(MIB)).isTrue();
    assertThat(open("small").tryHold(MIB)).isFalse();
    assertThat(open("other").tryHold(MIB)).isTrue();
  }

  @Test
  void tenGreedyOwnersLeaveRoomForASmallOne() throws InterruptedException {
    for (int owner = 0; owner < 10; owner++) {
      takeAll("greedy" + owner);
    }

    MemoryAccount small = open("small");
    assertThat(small.instantiate(192 << 10, 64 << 10, NOT_AT_ALL)).isTrue();
    assertThat(small.tryHold(256 << 10)).isTrue();
  }

  @Test
  void aThousandActivationsOfAGreedyOwnerTakeNoMoreThanOne() throws InterruptedException {
    takeAll("greedy");
    long used = budget.use().used();
    for (int i = 0; i < 1_000; i++) {
      assertThat(open("greedy").instantiate(192 << 10, 32 << 10, NOT_AT_ALL)).isFalse();
    }

    assertThat(budget.use().used()).isEqualTo(used);
  }

  @Test
  void aFloodNeverMakesANeighbourFail() throws InterruptedException {
    List<MemoryAccount> bombs =
        IntStream.range(0, 1_000).mapToObj(i -> open("bomb" + i % 5)).toList();
    for (int round = 0; round < 100; round++) {
      bombs.forEach(bomb -> bomb.tryHold(200_000));
      try (MemoryAccount neighbour = open("neighbour")) {
        assertThat(neighbour.instantiate(192 << 10, 32 << 10, NOT_AT_ALL)).isTrue();
        assertThat(neighbour.tryHold(200 << 10)).isTrue();
      }
    }

    assertThat(budget.use().refusals()).isPositive();
    assertThat(budget.use().used()).isLessThan(64 * MIB);
  }

  @Test
  void aClosedAccountHoldsNothing() throws InterruptedException {
    MemoryAccount account = open("one");
    account.tryHold(MIB);
    account.close();
    account.close();

    assertThat(budget.use()).isEqualTo(new MemoryUse(64 * MIB, 0, MIB, 0, 0, 0));
    assertThat(account.tryHold(1)).isFalse();
  }

  @Test
  void whatManyThreadsTakeAndGiveBackIsAllThereAgain() throws InterruptedException {
    List<CompletableFuture<Void>> threads = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      String owner = "owner" + thread % 2;
      threads.add(CompletableFuture.runAsync(() -> takeAndGiveBack(owner)));
    }
    threads.forEach(CompletableFuture::join);

    assertThat(budget.use().used()).isZero();
    assertThat(budget.use().owners()).isZero();
    assertThat(budget.use().peak()).isLessThanOrEqualTo(64 * MIB);
  }

  private void takeAndGiveBack(String owner) {
    for (int i = 0; i < 2_000; i++) {
      try (MemoryAccount account = open(owner)) {
        if (account.tryHold(i * 10_000L)) {
          account.release(i * 5_000L);
        }
      }
    }
  }

  @Test
  void noBudgetIsNone() throws InterruptedException {
    assertThatThrownBy(() -> new MemoryBudget(0))
        .hasMessage("memory budget of 0 bytes must be at least 1 byte");
  }

  private void takeAll(String owner) {
    MemoryAccount account = open(owner);
    while (account.tryHold(64 << 10)) {}
  }

  private MemoryAccount open(String owner) {
    return budget.open(owner, 256 * MIB);
  }
}
