// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.rest;

import akka.http.javadsl.model.StatusCodes;
import io.wasmwhisk.standalone.http.Answer;
import io.wasmwhisk.standalone.http.Refusal;
import io.wasmwhisk.standalone.settings.Quotas;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * Admits invocations: so many a minute, and so many running and queued at once, per namespace
 * ({@code RateThrottler}, {@code ActivationThrottler}). The second bound also bounds the pool's
 * queue.
 */
final class Throttle {
  private final Quotas quotas;
  private final Clock clock;
  private final Map<String, Use> uses = new HashMap<>();

  Throttle(Quotas quotas, Clock clock) {
    this.quotas = quotas;
    this.clock = clock;
  }

  private static final class Use {
    Instant minute = Instant.EPOCH;
    int inMinute;
    int inFlight;
  }

  /** Admits one invocation, which must be {@link #done}, or refuses it with 429. */
  synchronized void admit(String namespace) {
    Use use = uses.computeIfAbsent(namespace, any -> new Use());
    Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    if (!minute.equals(use.minute)) {
      use.minute = minute;
      use.inMinute = 0;
    }
    use.inMinute++;
    if (use.inMinute > quotas.invocationsPerMinute()) {
      throw tooMany(
          "Too many requests in the last minute", use.inMinute, quotas.invocationsPerMinute());
    }
    if (use.inFlight >= quotas.concurrentInvocations()) {
      throw tooMany(
          "Too many concurrent requests in flight", use.inFlight, quotas.concurrentInvocations());
    }
    use.inFlight++;
  }

  synchronized void done(String namespace) {
    uses.computeIfAbsent(namespace, any -> new Use()).inFlight--;
  }

  private static Refusal tooMany(String what, int count, int allowed) {
    return new Refusal(
        Answer.error(
            StatusCodes.TOO_MANY_REQUESTS,
            "%s (count: %d, allowed: %d).".formatted(what, count, allowed)));
  }
}
