// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who has the next turn. */
class TurnsTest extends TurnsOfFakeWork {
  @Test
  void aFreeTurnIsGivenAtOnce() {
    start("a1");

    assertThat(events()).containsExactly("begins a1");
    assertThat(turns.load()).isEqualTo(new Load(1, 1, 0));
    assertThat(time.alarms()).isZero();
  }

  @Test
  void asManyAsThereAreTurnsAndNotOneMore() {
    turns = turns(new Bounds(2, MANY, MANY, MANY));
    FakeWork first = start("a1");
    start("a2");
    start("a3");

    assertThat(events()).containsExactly("begins a1", "begins a2");
    assertThat(turns.load()).isEqualTo(new Load(2, 2, 1));
    first.claim.end();
    assertThat(events()).containsExactly("begins a3");
  }

  @Test
  void theNextTurnIsForWhoHasUsedLeast() {
    FakeWork busy = start("a1");
    start("a2");
    start("a3");
    time.passMillis(5);
    start("b1");
    time.passMillis(1);
    busy.claim.end();

    assertThat(events()).containsExactly("begins a1", "begins b1");
  }

  @Test
  void endlesslyManyNewOwnersDoNotStarveWhoWaits() {
    FakeWork busy = start("a1");
    start("w1");
    List<FakeWork> crowd = new ArrayList<>(List.of(busy));
    for (char owner = 'b'; owner < 'h'; owner++) {
      crowd.add(start(owner + "1"));
    }
    time.passMillis(1);
    crowd.get(0).claim.end();

    assertThat(events()).containsExactly("begins a1", "begins w1");
  }

  @Test
  void anOwnersWorkIsInOrder() {
    List<FakeWork> all = IntStream.rangeClosed(1, 4).mapToObj(i -> start("a" + i)).toList();
    all.get(2).claim.cancel();
    all.get(0).claim.end();
    all.get(1).claim.end();

    assertThat(events()).containsExactly("begins a1", "begins a2", "begins a4");
  }

  @Test
  void twoFloodsHaveHalfOfTheTimeEach() {
    List<FakeWork> flood =
        IntStream.range(0, 40).mapToObj(i -> start(i < 30 ? "a" + i : "b" + i)).toList();
    int ofB = 0;
    for (int turn = 0; turn < 20; turn++) {
      String name = events.get(turn).substring("begins ".length());
      ofB += name.startsWith("b") ? 1 : 0;
      time.passMillis(7);
      flood.stream().filter(work -> work.name.equals(name)).forEach(work -> work.claim.end());
    }

    assertThat(ofB).isEqualTo(10);
  }

  @Test
  void whoWasIdleHasNoCreditAndWhoWasBusyHasItsDebt() {
    FakeWork a = start("a1");
    FakeWork b = start("b1");
    time.passMillis(1);
    a.claim.end();
    time.passMillis(100);
    FakeWork a2 = start("a2");
    FakeWork b2 = start("b2");
    FakeWork c = start("c1");
    events.clear();
    b.claim.end();
    time.passMillis(1);
    c.claim.end();
    a2.claim.end();
    b2.claim.end();

    // a has used 1 ms, b 100 ms; c is new, and no better than who has used least of those waiting.
    assertThat(events().get(0)).isIn("begins a2", "begins c1");
    assertThat(turns.load()).isEqualTo(new Load(0, 0, 0));
  }

  @Test
  void aNewOwnerDoesNotPayForWhatOthersUsedBefore() {
    start("a1");
    time.passMillis(60_000);
    FakeWork b = start("b1");
    start("a2");
    time.passMillis(5);

    // Without a floor b would now have the processor for a minute.
    assertThat(events()).containsExactly("begins a1", "pause a1");
    b.claim.cancel();
  }

  @Test
  void whoWaitsForSomethingElseLeavesItsTurn() throws Exception {
    FakeWork sleeper = start("a1");
    start("b1");
    List<String> meanwhile = new ArrayList<>();

    sleeper.claim.cancel();
    assertThatThrownBy(() -> sleeper.claim.away(() -> meanwhile.addAll(events())))
        .isInstanceOf(InterruptedException.class);

    assertThat(meanwhile).containsExactly("begins a1", "begins b1");
    assertThat(turns.load()).isEqualTo(new Load(1, 2, 0));
  }

  @Test
  void whoComesBackFindsAFreeTurnAtOnce() throws Exception {
    FakeWork sleeper = start("a1");

    sleeper.claim.away(() -> assertThat(turns.load()).isEqualTo(new Load(0, 1, 0)));

    assertThat(turns.load()).isEqualTo(new Load(1, 1, 0));
  }

  @Test
  void whoCannotBeginLeavesItsTurnToTheNext() {
    FakeWork a = start("a1");
    for (int i = 0; i < 500; i++) {
      FakeWork unable = work("b" + i);
      unable.canBegin = false;
      unable.claim.start(unable);
    }
    start("c1");
    a.claim.end();

    assertThat(events()).hasSize(502).last().isEqualTo("begins c1");
    assertThat(turns.load()).isEqualTo(new Load(1, 1, 0));
  }

  @Test
  void ownersAreForgotten() {
    for (int i = 0; i < 10_000; i++) {
      Claim claim = turns.claim("owner " + i);
      claim.start(new FakeWork("x", claim, events));
      time.passMillis(1);
      claim.end();
    }

    assertThat(turns.owners()).isLessThan(200);
  }
}
