// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.container;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time, OpenWhisk's {@code Interval}. */
public record Span(Instant start, Instant end) {

  /** A moment. */
  public static Span at(Instant now) {
    return new Span(now, now);
  }

  public long millis() {
    return Duration.between(start, end).toMillis();
  }
}
