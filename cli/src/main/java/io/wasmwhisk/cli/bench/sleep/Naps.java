// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.sleep;

import java.util.ArrayList;
import java.util.List;

/**
 * Activations that were to sleep at once.
 *
 * @param wanted milliseconds that each was to sleep
 * @param all of them, in the order in which they were begun
 */
public record Naps(long wanted, List<Nap> all) {
  /** Copies the list. */
  public Naps {
    all = List.copyOf(all);
  }

  /** Those that slept, however long. */
  public List<Nap.Slept> slept() {
    return all.stream().filter(Nap.Slept.class::isInstance).map(Nap.Slept.class::cast).toList();
  }

  /** How many of them were under way at once, by their records. */
  public int underWay() {
    return Span.mostAtOnce(slept().stream().map(Nap.Slept::underWay).toList());
  }

  /** How many of those that slept long enough were asleep at once, for sure. */
  public int asleep() {
    return Span.mostAtOnce(
        slept().stream().filter(each -> each.isLong(wanted)).map(Nap.Slept::asleep).toList());
  }

  /** How many ended so. */
  public int count(Class<? extends Nap> end) {
    return Math.toIntExact(all.stream().filter(end::isInstance).count());
  }

  /** What is wrong; nothing when each slept for its time, and all of them at once. */
  public List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    complain(
        complaints, "were refused", all.stream().filter(Nap.Refused.class::isInstance).toList());
    complain(
        complaints, "have no record", all.stream().filter(Nap.Lost.class::isInstance).toList());
    complain(complaints, "failed", all.stream().filter(Nap.Failed.class::isInstance).toList());
    complain(
        complaints,
        "slept for less than %d ms".formatted(wanted),
        slept().stream().filter(each -> !each.isLong(wanted)).toList());
    if (complaints.isEmpty() && asleep() < all.size()) {
      complaints.add(
          "%d of %d were asleep at once, %d under way: they were not all begun within %d ms"
              .formatted(asleep(), all.size(), underWay(), wanted));
    }
    return complaints;
  }

  private void complain(List<String> complaints, String what, List<? extends Nap> those) {
    if (!those.isEmpty()) {
      complaints.add(
          "%d of %d %s; the first: %s"
              .formatted(those.size(), all.size(), what, words(those.getFirst())));
    }
  }

  private static String words(Nap nap) {
    return switch (nap) {
      case Nap.Refused refused -> refused.words();
      case Nap.Lost lost -> lost.words();
      case Nap.Failed failed -> failed.words();
      case Nap.Slept slept ->
          "%d ms by its own clock, %d ms by its record".formatted(slept.slept(), slept.duration());
    };
  }
}
