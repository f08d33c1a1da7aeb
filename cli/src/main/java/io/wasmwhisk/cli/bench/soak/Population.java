// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.soak;

import io.wasmwhisk.cli.bench.module.NumberedModule;
import io.wasmwhisk.cli.rest.ActionDocument;
import io.wasmwhisk.cli.rest.ActionName;
import io.wasmwhisk.cli.rest.Reply;
import io.wasmwhisk.cli.rest.WhiskClient;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/** The actions that are there: two of each role, the oldest of which make room for others. */
final class Population {
  private static final int OF_EACH = 2;

  private final WhiskClient client;
  private final RandomGenerator random;
  private final List<SoakAction> present = new CopyOnWriteArrayList<>();
  private final Deque<SoakAction> byAge = new ArrayDeque<>();
  private final int shares = Roles.ALL.stream().mapToInt(Role::share).sum();
  private long number = System.currentTimeMillis();

  Population(WhiskClient client, RandomGenerator random) {
    this.client = client;
    this.random = random;
  }

  void deployAll() throws IOException {
    for (int i = 0; i < OF_EACH; i++) {
      for (Role role : Roles.ALL) {
        add(role);
      }
    }
  }

  /** One that can be called now, its gate's read lock held; a role's share of calls is its own. */
  Optional<SoakAction> enter() {
    Role role = role(random.nextInt(shares));
    return present.stream()
        .filter(action -> action.role().equals(role))
        .skip(random.nextInt(OF_EACH))
        .findFirst()
        .filter(action -> action.gate().readLock().tryLock());
  }

  private static Role role(int ticket) {
    int left = ticket;
    for (Role role : Roles.ALL) {
      left -= role.share();
      if (left < 0) {
        return role;
      }
    }
    throw new IllegalStateException("a ticket for nobody: " + ticket);
  }

  /** The oldest goes, another of its role comes, and the next is given code never seen before. */
  void churn() throws IOException {
    SoakAction oldest = byAge.getFirst();
    add(oldest.role());
    byAge.removeFirst();
    remove(oldest);
    SoakAction next = byAge.removeFirst();
    byAge.addLast(next);
    present.remove(next);
    next.gate().writeLock().lock();
    try {
      put(next, NumberedModule.of(next.role().guest().code(), ++number));
    } finally {
      next.gate().writeLock().unlock();
      present.add(next);
    }
  }

  void removeAll() throws IOException {
    for (SoakAction action : new ArrayList<>(byAge)) {
      remove(action);
    }
  }

  private void add(Role role) throws IOException {
    SoakAction action =
        new SoakAction(role, ActionName.parse("soak-%s-%d".formatted(role.name(), ++number)));
    put(action, role.guest().code());
    byAge.add(action);
    present.add(action);
  }

  private void put(SoakAction action, byte[] code) throws IOException {
    ActionDocument document = action.role().limits().of(ActionDocument.wasm(code));
    check(action, client.putAction(action.name(), document, true));
  }

  private void remove(SoakAction action) throws IOException {
    present.remove(action);
    action.gate().writeLock().lock(); // until nobody calls it any more, and for ever
    check(action, client.deleteAction(action.name()));
  }

  private static void check(SoakAction action, Reply reply) throws IOException {
    if (!reply.isOk()) {
      throw new IOException(
          "%s: status %d: %s".formatted(action.name(), reply.status(), reply.error()));
    }
  }
}
