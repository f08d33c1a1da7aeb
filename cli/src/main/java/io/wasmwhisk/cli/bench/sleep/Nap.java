// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.sleep;

import io.wasmwhisk.cli.json.JsonMembers;
import java.util.Optional;

/** What became of one activation that was to sleep. */
public sealed interface Nap {
  /**
   * The server did not take it.
   *
   * @param words the server's, or why there are none
   */
  record Refused(String words) implements Nap {}

  /**
   * It was taken, and there is no record of it.
   *
   * @param words which one
   */
  record Lost(String words) implements Nap {}

  /**
   * It ended otherwise.
   *
   * @param words how
   */
  record Failed(String words) implements Nap {}

  /**
   * It slept. All times are in whole milliseconds.
   *
   * @param start of the record: when its container got it, since the epoch
   * @param end of the record: when it had ended there
   * @param duration of the record: initialisation and run together
   * @param slept how long by its own clock
   * @param cold whether a container was initialised for it
   */
  record Slept(long start, long end, long duration, long slept, boolean cold) implements Nap {
    /** When it was under way, by its record. */
    Span underWay() {
      return new Span(start, end);
    }

    /**
     * When it was asleep for sure. Where within its record the guest slept is not known; but if it
     * slept for longer than half of it, then in the middle it did. Its sleep began not before the
     * record's start, so it had not ended so long after that; it ended not after the record's end,
     * so it had begun so long before that. The end's millisecond may have been nearly over.
     */
    Span asleep() {
      return new Span(end + 1 - slept, start + slept);
    }

    /** Whether it slept for so long, by its own clock and by its record. */
    boolean isLong(long wanted) {
      return slept >= wanted && duration >= wanted;
    }
  }

  /** Reads the record of an activation of {@code sleep} ({@code WhiskActivation}). */
  static Nap of(JsonMembers record) {
    JsonMembers response = record.object("response").orElseGet(JsonMembers::new);
    Optional<Long> slept =
        response.object("result").flatMap(each -> each.get("sleptMs")).map(Long::parseLong);
    if (slept.isEmpty() || !response.string("status").equals(Optional.of("success"))) {
      return new Failed(response.isEmpty() ? record.toString() : response.toString());
    }
    return new Slept(
        number(record, "start"),
        number(record, "end"),
        number(record, "duration"),
        slept.get(),
        record.objects("annotations").stream()
            .anyMatch(each -> each.string("key").equals(Optional.of("initTime"))));
  }

  private static long number(JsonMembers record, String name) {
    return record.get(name).map(Long::parseLong).orElse(0L);
  }
}
