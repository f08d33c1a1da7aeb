// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench;

import io.wasmwhisk.cli.bench.attack.Attack;
import io.wasmwhisk.cli.bench.attack.Ended;
import io.wasmwhisk.cli.bench.attack.Ending;
import io.wasmwhisk.cli.bench.load.Latencies;
import io.wasmwhisk.cli.bench.load.NeighbourCall;
import io.wasmwhisk.cli.bench.server.Vitals;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** One attack from its deployment to the moment when the server is at rest again. */
final class AttackRun {
  /** How long the server may take to come to rest: containers idle, threads end, garbage goes. */
  private static final Duration REST_TIME = Duration.ofSeconds(15);

  private static final Duration REST_POLL = Duration.ofMillis(500);
  private static final int SHOWN_FAILURES = 3;

  private final Attack attack;
  private final Session session;
  private final BenchSettings settings;
  private final Assault assault;
  private final List<Ended> ended = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private long late = Long.MIN_VALUE;

  AttackRun(Attack attack, Session session, BenchSettings settings) {
    this.attack = attack;
    this.session = session;
    this.settings = settings;
    this.assault = new Assault(attack, session.attacker());
  }

  Row run() throws InterruptedException {
    long calm = System.nanoTime();
    boolean deployed = deploy();
    LockSupport.parkNanos(settings.calm().toNanos() - (System.nanoTime() - calm));
    long start = System.nanoTime();
    if (deployed) {
      assault();
    }
    long end = System.nanoTime();
    judgeEndings();
    if (deployed) {
      expectHarmless("after it");
    }
    Optional<Vitals> vitals = rest();
    List<NeighbourCall> calls = session.neighbours().takeEnded();
    List<NeighbourCall> during =
        calls.stream().filter(call -> !call.isBefore(start) && call.started() < end).toList();
    List<NeighbourCall> before = calls.stream().filter(call -> call.isBefore(start)).toList();
    judgeNeighbours(calls, Latencies.of(before), Latencies.of(during));
    session.server().injury().ifPresent(complaints::add);
    return new Row(attack, ended, start, end - start, late, before, during, vitals, complaints);
  }

  private boolean deploy() {
    try {
      Optional<String> refusal = assault.deploy();
      refusal.ifPresent(words -> ended.add(Ended.without(Ending.NOT_DEPLOYED, words)));
      if (refusal.isEmpty()) {
        expectHarmless("before it");
      }
      return refusal.isEmpty();
    } catch (IOException e) {
      complaints.add("not deployed: " + e);
      return false;
    }
  }

  private void expectHarmless(String when) {
    if (attack.relents()) {
      Ended harmless = assault.harmless();
      if (harmless.ending() != Ending.ANSWERED || !harmless.words().equals("{\"ok\":true}")) {
        complaints.add(
            "a harmless call %s %s: %s"
                .formatted(when, harmless.ending().words(), harmless.words()));
      }
    }
  }

  private void assault() throws InterruptedException {
    for (int round = 0; round < attack.load().rounds(); round++) {
      ended.addAll(attack.load().isSingle() ? List.of(assault.single()) : assault.flood());
    }
    long limit = attack.time().toMillis();
    ended.forEach(each -> late = Math.max(late, each.millis() - limit));
  }

  private void judgeEndings() {
    Map<Ending, Ended> wrong = new LinkedHashMap<>();
    for (Ended each : ended) {
      if (!attack.endings().contains(each.ending())) {
        wrong.putIfAbsent(each.ending(), each);
      }
      if (each.escaped()) {
        complaints.add("the guest got what it must not: " + each.words());
      }
    }
    wrong.forEach(
        (ending, example) -> complaints.add("%s: %s".formatted(ending.words(), example.words())));
    if (late > settings.late().toMillis()) {
      complaints.add("ended %d ms after its deadline".formatted(late));
    }
  }

  private void judgeNeighbours(List<NeighbourCall> calls, Latencies before, Latencies during) {
    List<NeighbourCall> failed =
        calls.stream().filter(call -> call.complaint().isPresent()).toList();
    if (!failed.isEmpty()) {
      complaints.add("%d of %d calls of neighbours failed".formatted(failed.size(), calls.size()));
      failed.stream()
          .limit(SHOWN_FAILURES)
          .forEach(call -> complaints.add(call.neighbour() + ": " + call.complaint().orElse("")));
    }
    if (during.p99() > before.p99() + settings.slow().toMillis()) {
      complaints.add(
          "the neighbours' p99 was %.0f ms, before it %.0f ms"
              .formatted(during.p99(), before.p99()));
    }
  }

  /** Waits until nothing of the attack is left in the server's process; complains if it stays. */
  private Optional<Vitals> rest() {
    try {
      assault.remove();
      long deadline = System.nanoTime() + REST_TIME.toNanos();
      Optional<Vitals> vitals = session.server().vitals();
      while (!isAtRest(vitals) && System.nanoTime() - deadline < 0) {
        LockSupport.parkNanos(REST_POLL.toNanos());
        vitals = session.server().vitals();
      }
      if (!isAtRest(vitals)) {
        complaints.add(
            "the server keeps %s; before all attacks it had %s"
                .formatted(vitals.orElseThrow(), session.floor().orElseThrow()));
      }
      vitals.ifPresent(now -> session.rested(now.heapMb()));
      return vitals;
    } catch (IOException e) {
      complaints.add("the server does not answer afterwards: " + e);
      return Optional.empty();
    }
  }

  /** Whether this attack left nothing: what an earlier one left is not counted again. */
  private boolean isAtRest(Optional<Vitals> vitals) {
    if (vitals.isEmpty() || session.floor().isEmpty()) {
      return true;
    }
    Vitals now = vitals.get();
    long heap = Math.max(session.floor().get().heapMb() + settings.heapMb(), session.heapMb());
    return now.heapMb() <= heap
        && now.threads() <= session.floor().get().threads() + settings.threads()
        && now.busyGuests() == 0;
  }
}
