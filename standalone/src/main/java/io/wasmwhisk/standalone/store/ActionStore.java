// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.store;

import io.wasmwhisk.standalone.entities.Action;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** All actions, by qualified name. A change succeeds only on the revision it started from. */
public final class ActionStore {
  private static final Comparator<Action> LATEST_FIRST =
      Comparator.comparing(Action::updated).thenComparing(Action::revision).reversed();

  private final ConcurrentMap<String, Action> actions = new ConcurrentHashMap<>();
  private final AtomicLong revisions = new AtomicLong();

  public Optional<Action> get(String namespace, String name) {
    return Optional.ofNullable(actions.get(namespace + "/" + name));
  }

  /** Stores an action that does not exist yet; empty when it does. */
  public Optional<Action> create(Action action) {
    Action stored = action.withRevision(revisions.incrementAndGet());
    return actions.putIfAbsent(stored.qualifiedName(), stored) == null
        ? Optional.of(stored)
        : Optional.empty();
  }

  /**
   * Stores {@code changed} in the place of {@code original}; empty when somebody else was faster.
   */
  public Optional<Action> replace(Action original, Action changed) {
    Action stored = changed.withRevision(revisions.incrementAndGet());
    return actions.replace(original.qualifiedName(), original, stored)
        ? Optional.of(stored)
        : Optional.empty();
  }

  /** Deletes this very revision; false when somebody else was faster. */
  public boolean remove(Action action) {
    return actions.remove(action.qualifiedName(), action);
  }

  /** A namespace's actions, the latest change first. */
  public List<Action> list(String namespace, int skip, int limit) {
    return of(namespace).sorted(LATEST_FIRST).skip(skip).limit(limit).toList();
  }

  /** How many a list after {@code skip} would have without limit. */
  public long count(String namespace, int skip) {
    return Math.max(0, of(namespace).count() - skip);
  }

  private Stream<Action> of(String namespace) {
    return actions.values().stream().filter(action -> action.namespace().equals(namespace));
  }
}
