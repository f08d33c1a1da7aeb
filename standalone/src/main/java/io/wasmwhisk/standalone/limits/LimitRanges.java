// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.limits;

import java.util.Optional;

/**
 * The system's ranges, OpenWhisk's {@code whisk.time-limit}, {@code whisk.memory}, {@code
 * whisk.log-limit} and {@code whisk.concurrency-limit}.
 *
 * @param timeoutMillis of one initialization or run
 * @param memoryMb of one container
 * @param logsMb of one activation
 * @param concurrency activations that one container runs at once
 */
public record LimitRanges(
    LimitRange timeoutMillis, LimitRange memoryMb, LimitRange logsMb, LimitRange concurrency) {

  /** What an action gets that asks for nothing. */
  public ActionLimits standard() {
    return new ActionLimits(
        timeoutMillis.std(),
        (int) memoryMb.std(),
        (int) logsMb.std(),
        (int) concurrency.std(),
        Optional.empty());
  }

  /**
   * The first limit that is out of range, in the words and the order of OpenWhisk's {@code
   * checkNamespaceLimit}.
   */
  public Optional<String> violation(LimitsPut asked) {
    return asked
        .memory()
        .flatMap(mb -> outside(memoryMb, mb, "memory size %d MB", "%d MB"))
        .or(() -> asked.timeout().flatMap(this::timeoutOutside))
        .or(() -> asked.logs().flatMap(mb -> outside(logsMb, mb, "log size %d MB", "%d MB")))
        .or(() -> asked.concurrency().flatMap(n -> outside(concurrency, n, "concurrency %d", "%d")))
        .map(message -> "requirement failed: " + message);
  }

  private Optional<String> timeoutOutside(long millis) {
    return outside(timeoutMillis, millis, "duration %d milliseconds", "%d milliseconds");
  }

  private static Optional<String> outside(
      LimitRange range, long value, String measured, String threshold) {
    if (value > range.max()) {
      return Optional.of(
          (measured + " exceeds allowed threshold of " + threshold).formatted(value, range.max()));
    }
    if (value < range.min()) {
      return Optional.of(
          (measured + " below allowed threshold of " + threshold).formatted(value, range.min()));
    }
    return Optional.empty();
  }
}
