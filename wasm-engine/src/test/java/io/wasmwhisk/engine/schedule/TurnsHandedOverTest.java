// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

/** Slices: who is asked to hand its turn over, and who is cancelled meanwhile. */
class TurnsHandedOverTest extends TurnsOfFakeWork {
  @Test
  void nobodyIsAskedToHandOverWhileNobodyWaits() {
    start("a1");
    time.passMillis(1_000);

    assertThat(events()).containsExactly("begins a1");
    assertThat(time.alarms()).isZero();
  }

  @Test
  void aSliceAndNotLess() {
    start("a1");
    start("b1");
    events.clear();
    time.passMillis(9);
    assertThat(events()).isEmpty();
    time.passMillis(1);
    assertThat(events()).containsExactly("pause a1");
  }

  @Test
  void whoHasHadItsSliceIsAskedAtOnce() {
    start("a1");
    time.passMillis(50);
    start("b1");
    events.clear();
    time.passMillis(0);

    assertThat(events()).containsExactly("pause a1");
  }

  @Test
  void whoDoesNotHandOverIsAskedAgain() {
    start("a1");
    start("b1");
    events.clear();
    time.passMillis(30);

    assertThat(events()).containsExactly("pause a1", "pause a1", "pause a1");
  }

  @Test
  void whoDoesNotHandOverForFiftyMillisecondsGoesOnWithoutTurn() {
    start("a1");
    start("b1");
    time.passMillis(49);
    assertThat(events()).doesNotContain("begins b1");
    time.passMillis(1);

    assertThat(events()).containsExactly("begins b1");
    assertThat(turns.load()).isEqualTo(new Load(1, 2, 0));
  }

  @Test
  void whoseWorkGoesOnWithoutTurnsGetsNoMoreOfThem() {
    FakeWork a = start("a1");
    FakeWork b = start("b1");
    start("a2");
    time.passMillis(50);
    b.claim.end();
    assertThat(events()).contains("begins b1").doesNotContain("begins a2");

    a.claim.end();
    assertThat(events()).containsExactly("begins a2");
  }

  @Test
  void whoHandsOverAfterAllWaitsForATurn() {
    FakeWork a = start("a1");
    FakeWork b = start("b1");
    time.passMillis(50);
    Thread waiting = Thread.ofPlatform().start(() -> handOver(a));
    while (a.claim.state != Claim.State.WAKING) {
      Thread.onSpinWait();
    }
    assertThat(waiting.isAlive()).isTrue();
    b.claim.end();
    assertThatCode(waiting::join).doesNotThrowAnyException();

    assertThat(turns.load()).isEqualTo(new Load(1, 1, 0));
  }

  @Test
  void whoWasNotAskedKeepsItsTurn() throws Exception {
    FakeWork a = start("a1");
    start("b1");
    a.claim.handOver();

    assertThat(turns.load()).isEqualTo(new Load(1, 1, 1));
  }

  @Test
  void theTurnIsHandedOverAndComesBack() throws Exception {
    FakeWork a = start("a1");
    FakeWork b = start("b1");
    time.passMillis(10);
    events.clear();
    Thread waiting = Thread.ofPlatform().start(() -> handOver(a));
    while (turns.load().onTurn() != 1 || !events.contains("begins b1")) {
      Thread.onSpinWait();
    }
    b.claim.end();
    waiting.join();

    assertThat(turns.load()).isEqualTo(new Load(1, 1, 0));
  }

  @Test
  void whoIsCancelledWaitsForNoTurn() throws Exception {
    FakeWork a = start("a1");
    start("b1");
    time.passMillis(10);
    Thread waiting = Thread.ofPlatform().start(() -> handOver(a));
    while (!events.contains("begins b1")) {
      Thread.onSpinWait();
    }
    assertThat(a.claim.cancel()).isFalse();
    waiting.join();

    assertThat(turns.load()).isEqualTo(new Load(1, 2, 0));
    a.claim.end();
    assertThat(turns.load()).isEqualTo(new Load(1, 1, 0));
  }

  @Test
  void whoLingersHasNoTurnButPays() {
    FakeWork a = start("a1");
    FakeWork b = start("b1");
    start("a2");
    start("b2");
    events.clear();
    time.passMillis(1);
    a.claim.cancel();
    a.claim.linger();
    assertThat(events()).containsExactly("begins b1");
    assertThat(turns.load()).isEqualTo(new Load(1, 2, 2));
    time.passMillis(5);
    a.claim.end();
    b.claim.end();

    assertThat(events()).containsExactly("begins b2");
  }

  @Test
  void whoIsCancelledBeforeItsStartNeverStarts() {
    FakeWork a = start("a1");
    FakeWork b = start("b1");

    assertThat(b.claim.cancel()).isTrue();
    a.claim.end();
    assertThat(events()).containsExactly("begins a1");
    assertThat(turns.load()).isEqualTo(new Load(0, 0, 0));
  }

  @Test
  void whoIsCancelledBeforeItIsQueuedNeverStarts() {
    FakeWork a = work("a1");

    assertThat(a.claim.cancel()).isTrue();
    a.claim.start(a);
    assertThat(events()).isEmpty();
  }

  private static void handOver(FakeWork work) {
    try {
      work.claim.handOver();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
