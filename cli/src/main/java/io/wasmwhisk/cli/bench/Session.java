// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench;

import io.wasmwhisk.cli.bench.load.Neighbours;
import io.wasmwhisk.cli.bench.server.AttackedServer;
import io.wasmwhisk.cli.bench.server.Vitals;
import io.wasmwhisk.cli.rest.ActionName;
import io.wasmwhisk.cli.rest.WhiskClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A server under attack, with the neighbours that it serves. */
final class Session implements AutoCloseable {
  private static final String NEIGHBOURS = "neighbour-";

  /** Until the neighbours' code is compiled and the heap has found its size. */
  private static final Duration WARM_UP = Duration.ofSeconds(12);

  private static final long NOISE_MB = 8;

  private final AttackedServer server;
  private final WhiskClient attacker;
  private final WhiskClient neighboursClient;
  private final Neighbours neighbours;
  private final Optional<Vitals> floor;
  private long heapMb;

  Session(AttackedServer server, BenchSettings settings) throws IOException {
    this.server = server;
    attacker = new WhiskClient(server.attacker());
    neighboursClient = new WhiskClient(server.neighbours());
    neighbours = Neighbours.start(neighboursClient, NEIGHBOURS, settings.pace());
    LockSupport.parkNanos(WARM_UP.toNanos());
    floor = server.vitals();
    neighbours.takeEnded();
  }

  AttackedServer server() {
    return server;
  }

  /** Calls the server with the attacker's key. */
  WhiskClient attacker() {
    return attacker;
  }

  Neighbours neighbours() {
    return neighbours;
  }

  /** The server's process before the first attack. */
  Optional<Vitals> floor() {
    return floor;
  }

  /** MiB of heap after the attack before, with some for what garbage collection cannot tell. */
  long heapMb() {
    return heapMb;
  }

  /** Remembers the heap after an attack. */
  void rested(long heap) {
    heapMb = heap + NOISE_MB;
  }

  /** Stops the neighbours, removes them, and lets the server go. */
  @Override
  public void close() {
    neighbours.close();
    for (ActionName action : neighbours.actions()) {
      try {
        neighboursClient.deleteAction(action);
      } catch (IOException gone) {
        break; // the server is no more, and its actions with it
      }
    }
    server.close();
  }
}
