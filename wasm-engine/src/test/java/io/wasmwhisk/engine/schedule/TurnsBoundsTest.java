// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each bound of what waits and of what has started, at it and one past it. */
class TurnsBoundsTest extends TurnsOfFakeWork {
  @Test
  void theQueueAtItsBound() {
    turns = turns(new Bounds(1, MANY, MANY, 2));
    start("a1");
    start("a2");
    start("a3");

    assertThat(events()).containsExactly("begins a1");
  }

  @Test
  void theQueueOnePastItsBound() {
    turns = turns(new Bounds(1, MANY, MANY, 2));
    start("a1");
    start("a2");
    start("a3");
    FakeWork fourth = start("a4");

    assertThat(events()).containsExactly("begins a1", "refused a4");
    assertThat(fourth.found).isEqualTo(new Load(1, 1, 2));
  }

  @Test
  void whoFillsTheQueueMakesRoomForOthers() {
    turns = turns(new Bounds(1, MANY, MANY, 3));
    start("a1");
    start("a2");
    start("a3");
    start("a4");
    start("b1");

    assertThat(events()).containsExactly("begins a1", "refused a4");
  }

  @Test
  void withNoQueueWhoFindsAFreeTurnStarts() {
    turns = turns(new Bounds(1, MANY, MANY, 0));
    start("a1");
    start("b1");

    assertThat(events()).containsExactly("begins a1", "refused b1");
  }

  @Test
  void asManyStartedAsAllowedAndNotOneMore() throws Exception {
    turns = turns(new Bounds(2, 2, MANY, MANY));
    FakeWork a = start("a1");
    FakeWork b = start("b1");
    a.claim.away(() -> b.claim.away(() -> start("c1")));

    assertThat(events()).containsExactly("begins a1", "begins b1");
    assertThat(turns.load()).isEqualTo(new Load(2, 2, 1));
    a.claim.end();
    assertThat(events()).containsExactly("begins c1");
  }

  @Test
  void asManyStartedOfOneOwnerAsAllowedAndNotOneMore() {
    turns = turns(new Bounds(4, MANY, 2, MANY));
    FakeWork first = start("a1");
    start("a2");
    start("a3");
    start("b1");

    assertThat(events()).containsExactly("begins a1", "begins a2", "begins b1");
    first.claim.end();
    assertThat(events()).containsExactly("begins a3");
  }
}
