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
  private final ActionChanges changes;

  /**
   * @param changes told of every change
   */
  public ActionStore(ActionChanges changes) {
    this.changes = changes;
  }

  public Optional<Action> get(String namespace, String name) {
    return Optional.ofNullable(actions.get(namespace + "/" + name));
  }

  /** Stores an action that does not exist yet; empty when it does. */
  public Optional<Action> create(Action action) {
    Action stored = action.withRevision(revisions.incrementAndGet());
    return told(stored, actions.putIfAbsent(stored.qualifiedName(), stored) == null);
  }

  /**
   * Stores {@code changed} in the place of {@code original}; empty when somebody else was faster.
   */
  public Optional<Action> replace(Action original, Action changed) {
    Action stored = changed.withRevision(revisions.incrementAndGet());
    return told(stored, actions.replace(original.qualifiedName(), original, stored));
  }

  private Optional<Action> told(Action stored, boolean done) {
    if (!done) {
      return Optional.empty();
    }
    changes.stored(stored);
    return Optional.of(stored);
  }

  /** Deletes this very revision; false when somebody else was faster. */
  public boolean remove(Action action) {
    boolean removed = actions.remove(action.qualifiedName(), action);
    if (removed) {
      changes.removed(action);
    }
    return removed;
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
