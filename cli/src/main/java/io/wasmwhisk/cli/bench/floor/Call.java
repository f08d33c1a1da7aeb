// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.floor;

import io.wasmwhisk.cli.json.JsonMembers;
import io.wasmwhisk.cli.rest.Reply;
import java.io.IOException;
import java.util.Optional;

/**
 * One blocking call.
 *
 * @param nanos from the request to the answer, by the client's clock
 * @param waitMillis the record's {@code waitTime}: from the controller to the container
 * @param initMillis its {@code initTime}; negative when no container was initialised
 * @param durationMillis its {@code duration}, which includes the initialisation
 */
record Call(long nanos, long waitMillis, long initMillis, long durationMillis) {
  /** OpenWhisk's annotation is in milliseconds, so 0 is a time, too. */
  private static final long NONE = -1;

  /**
   * A call that was answered.
   *
   * @throws IOException when the answer is no activation that succeeded
   */
  static Call of(Reply reply, long nanos) throws IOException {
    JsonMembers record = reply.members();
    Optional<String> status = record.object("response").flatMap(each -> each.string("status"));
    if (!reply.isOk() || !status.equals(Optional.of("success"))) {
      throw new IOException(
          "a call was answered with status %d: %s".formatted(reply.status(), reply.body()));
    }
    return new Call(
        nanos,
        annotation(record, "waitTime"),
        annotation(record, "initTime"),
        record.get("duration").map(Long::parseLong).orElse(NONE));
  }

  boolean isCold() {
    return initMillis != NONE;
  }

  private static long annotation(JsonMembers record, String name) {
    return record.objects("annotations").stream()
        .filter(each -> each.string("key").equals(Optional.of(name)))
        .flatMap(each -> each.get("value").stream())
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(NONE);
  }
}
