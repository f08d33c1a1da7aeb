// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import io.wasmwhisk.engine.limits.LogLine;
import io.wasmwhisk.engine.run.Spent;
import java.time.Duration;
import java.util.List;

/**
 * An activation's end.
 *
 * @param outcome how it ended
 * @param logs what the guest wrote, without its result, in order
 * @param logsTruncated whether log bytes were dropped at {@link Limits#logBytes}
 * @param spent where its time went
 */
public record Completion(Outcome outcome, List<LogLine> logs, boolean logsTruncated, Spent spent) {
  /** Copies the list. */
  public Completion {
    logs = List.copyOf(logs);
  }

  /** Processor time that the guest used. */
  public Duration cpu() {
    return spent.cpu();
  }

  /** Wall time until the guest was started, or until its end where it never was. */
  public Duration waited() {
    return spent.waited();
  }

  /** Wall time until the guest's instance was made; zero where none was. */
  public Duration instantiation() {
    return spent.instantiation();
  }
}
