// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.call;

import io.wasmwhisk.cli.bench.workload.Workload;
import io.wasmwhisk.cli.json.JsonMembers;
import java.util.Optional;

/**
 * One blocking call that is over.
 *
 * @param began when it was sent, by {@link System#nanoTime}
 * @param nanos from the request to the answer, or to the record where the answer was that it still
 *     runs
 * @param waitMillis the record's {@code waitTime}, from the controller to the container; {@link
 *     #NONE} where it has none
 * @param initMillis its {@code initTime}; {@link #NONE} when no container was initialised
 * @param durationMillis its {@code duration}, which includes the initialisation
 * @param complaint what was wrong with the answer; nothing when it was right
 */
public record Activation(
    long began,
    long nanos,
    long waitMillis,
    long initMillis,
    long durationMillis,
    Optional<String> complaint) {
  /** In the place of a time: OpenWhisk's are in milliseconds, so 0 is a time, too. */
  public static final long NONE = -1;

  private static final int SHOWN = 300;

  /** A call whose record is there. */
  static Activation of(Workload workload, long began, long nanos, JsonMembers record) {
    return new Activation(
        began,
        nanos,
        annotation(record, "waitTime"),
        annotation(record, "initTime"),
        record.get("duration").map(Long::parseLong).orElse(NONE),
        complaint(workload, record));
  }

  /** A call without a record. */
  static Activation lost(long began, long nanos, String reason) {
    return new Activation(began, nanos, NONE, NONE, NONE, Optional.of(shortened(reason)));
  }

  private static Optional<String> complaint(Workload workload, JsonMembers record) {
    JsonMembers response = record.object("response").orElseGet(JsonMembers::new);
    String status = response.string("status").orElse("no status");
    String result = response.get("result").orElse("no result");
    boolean isRight =
        status.equals("success")
            && response.object("result").filter(workload.isRight()).isPresent();
    return isRight
        ? Optional.empty()
        : Optional.of(shortened("%s: %s: %s".formatted(workload.name(), status, result)));
  }

  private static long annotation(JsonMembers record, String name) {
    return record.objects("annotations").stream()
        .filter(each -> each.string("key").equals(Optional.of(name)))
        .flatMap(each -> each.get("value").stream())
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(NONE);
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  /** Whether the answer was the one to this call. */
  public boolean isRight() {
    return complaint.isEmpty();
  }

  /** Whether a container was initialised for it. */
  public boolean isCold() {
    return initMillis != NONE;
  }

  /** When the answer was there, by {@link System#nanoTime}. */
  public long ended() {
    return began + nanos;
  }
}
