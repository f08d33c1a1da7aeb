// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.store;

import io.wasmwhisk.standalone.entities.Activation;
import io.wasmwhisk.standalone.settings.StoreSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The latest activations, as many and as large as {@link StoreSettings} allow. What no longer fits
 * is the oldest record of the namespace whose records are largest together: who logs much drives
 * out its own.
 */
public final class ActivationStore {
  private static final long BYTES_OF_RECORD = 1024;
  private static final Comparator<Activation> LATEST_FIRST =
      Comparator.comparing(Activation::start).reversed();

  private final StoreSettings bounds;
  private final Map<String, Activation> activations = new LinkedHashMap<>();
  private final Map<String, Long> bytesOfNamespaces = new HashMap<>();
  private long bytes;

  public ActivationStore(StoreSettings bounds) {
    this.bounds = bounds;
  }

  /** Remembers a record, and forgets what no longer fits; the newest always stays. */
  public synchronized void put(Activation activation) {
    forget(activations.remove(activation.id()));
    activations.put(activation.id(), activation);
    count(activation, sizeOf(activation));
    while (isTooMuch() && activations.size() > 1) {
      forget(activations.remove(next(activation).id()));
    }
  }

  /** Who goes next. */
  private Activation next(Activation newest) {
    String largest =
        Collections.max(bytesOfNamespaces.entrySet(), Map.Entry.comparingByValue()).getKey();
    Predicate<Activation> older = record -> !record.id().equals(newest.id());
    return activations.values().stream()
        .filter(older.and(record -> record.namespace().equals(largest)))
        .findFirst()
        .or(() -> activations.values().stream().filter(older).findFirst())
        .orElseThrow();
  }

  public synchronized Optional<Activation> get(String namespace, String id) {
    return Optional.ofNullable(activations.get(id)).filter(a -> a.namespace().equals(namespace));
  }

  /** What the query means, the latest start first. */
  public List<Activation> list(ActivationQuery query, int skip, int limit) {
    return snapshot().stream()
        .filter(query::matches)
        .sorted(LATEST_FIRST)
        .skip(skip)
        .limit(limit)
        .toList();
  }

  /** How many a list after {@code skip} would have without limit. */
  public long count(ActivationQuery query, int skip) {
    return Math.max(0, snapshot().stream().filter(query::matches).count() - skip);
  }

  /** Later records first, so that equal starts are listed in that order. */
  private synchronized List<Activation> snapshot() {
    return new ArrayList<>(activations.values()).reversed();
  }

  private boolean isTooMuch() {
    return activations.size() > bounds.maxActivations() || bytes > bounds.maxActivationBytes();
  }

  private void forget(@Nullable Activation activation) {
    if (activation != null) {
      count(activation, -sizeOf(activation));
    }
  }

  private void count(Activation activation, long difference) {
    bytes += difference;
    bytesOfNamespaces.merge(activation.namespace(), difference, Long::sum);
    bytesOfNamespaces.remove(activation.namespace(), 0L);
  }

  /** Two bytes a character, as the heap has them at worst; exact enough for a bound. */
  private static long sizeOf(Activation activation) {
    long characters = activation.response().keptCharacters();
    for (String line : activation.logs()) {
      characters += line.length();
    }
    return BYTES_OF_RECORD + 2 * characters;
  }
}
