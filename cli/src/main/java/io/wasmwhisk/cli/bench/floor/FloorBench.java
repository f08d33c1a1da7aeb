// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.floor;

import io.wasmwhisk.cli.rest.ActionName;
import io.wasmwhisk.cli.rest.WhiskClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls both sides in pairs, on one server in one run: what disturbs the one disturbs the other.
 * Who is first changes with each pair, so that each side follows itself as often as the other, and
 * what the server still does after an answer burdens both alike.
 */
public final class FloorBench {
  private static final int WARM_UP_CALLS = 100;

  private final FloorSettings settings;
  private final WhiskClient client;
  private final byte[] hello;
  private Side first = Side.WASM;

  /**
   * @param client of a server with the kinds of both sides
   * @param hello the module
   */
  public FloorBench(FloorSettings settings, WhiskClient client, byte[] hello) {
    this.settings = settings;
    this.client = client;
    this.hello = hello.clone();
  }

  /**
   * Measures; takes some minutes.
   *
   * @throws IOException when a call fails: the times of failures are no floor
   */
  public FloorRun run() throws IOException {
    FloorRun run = new FloorRun();
    try (FloorActions actions = new FloorActions(client, hello)) {
      Pair<ActionName> warm = actions.deploy(Phase.WARM);
      actions.call(warm.wasm());
      actions.call(warm.echo());
      warmUp(actions, warm);
      for (int i = 0; i < settings.rounds(); i++) {
        for (Phase phase : Phase.values()) {
          run.add(phase, round(actions, warm, phase, settings.callsOf(phase)));
        }
      }
    }
    return run;
  }

  /** Until the server's code, and ours, is compiled. */
  private void warmUp(FloorActions actions, Pair<ActionName> warm) throws IOException {
    long end = System.nanoTime() + settings.warmUp().toNanos();
    while (System.nanoTime() - end < 0) {
      round(actions, warm, Phase.WARM, WARM_UP_CALLS);
      round(actions, warm, Phase.COLD, 1);
      round(actions, warm, Phase.NEW_CODE, 1);
    }
  }

  private Pair<List<Call>> round(
      FloorActions actions, Pair<ActionName> warm, Phase phase, int pairs) throws IOException {
    Pair<List<Call>> calls = new Pair<>(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < pairs; i++) {
      Pair<ActionName> called = phase == Phase.WARM ? warm : actions.deploy(phase);
      for (Side side : List.of(first, first.other())) {
        LockSupport.parkNanos(settings.pause().toNanos());
        calls.of(side).add(actions.call(called.of(side)));
      }
      first = first.other();
    }
    return calls;
  }
}
