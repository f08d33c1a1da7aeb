// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.pool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All slots, and the memory that their actions' limits sum up to. Only touched within {@link
 * Changes}.
 */
final class Slots {
  // Warm ones first; waiting for another container's start beats nothing but a start of one's own.
  private static final Comparator<Slot> BEST_FIRST =
      Comparator.<Slot, Boolean>comparing(slot -> slot.state != Slot.State.WARM)
          .thenComparing(slot -> slot.state == Slot.State.STARTING);

  private final long memoryMb;
  private final Set<Slot> slots = new LinkedHashSet<>();
  private long usedMb;

  Slots(long memoryMb) {
    this.memoryMb = memoryMb;
  }

  Optional<Slot> forKey(String key) {
    return slots.stream().filter(slot -> slot.takes(key)).min(BEST_FIRST);
  }

  boolean couldEverFit(int wantedMb) {
    return wantedMb <= memoryMb;
  }

  boolean fits(int wantedMb) {
    return usedMb + wantedMb <= memoryMb;
  }

  /**
   * The idle slots, longest unused first, that must go so that {@code wantedMb} fit; empty when
   * even all would not do.
   */
  Optional<List<Slot>> toEvictFor(int wantedMb) {
    long missing = usedMb + wantedMb - memoryMb;
    List<Slot> victims = new ArrayList<>();
    for (Slot slot : idleByLastUse()) {
      if (missing <= 0) {
        break;
      }
      victims.add(slot);
      missing -= slot.memoryMb;
    }
    return missing <= 0 ? Optional.of(victims) : Optional.empty();
  }

  void add(Slot slot) {
    slots.add(slot);
    usedMb += slot.memoryMb;
  }

  void remove(Slot slot) {
    if (slots.remove(slot)) {
      usedMb -= slot.memoryMb;
    }
  }

  List<Slot> all() {
    return List.copyOf(slots);
  }

  private List<Slot> idleByLastUse() {
    return slots.stream()
        .filter(Slot::isIdle)
        .sorted(Comparator.comparingLong(slot -> slot.lastUse))
        .toList();
  }
}
