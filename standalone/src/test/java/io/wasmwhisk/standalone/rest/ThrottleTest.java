// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.standalone.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.standalone.http.Answer;
import io.wasmwhisk.standalone.http.Refusal;
import io.wasmwhisk.standalone.settings.Quotas;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private static final Instant MINUTE = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void asManyAtOnceAsAllowedAndNotOneMore() {
    Throttle throttle = new Throttle(new Quotas(100, 2, 0, 0), Clock.systemUTC());
    throttle.admit("guest");
    throttle.admit("guest");
    assertRefused(throttle, "Too many concurrent requests in flight (count: 2, allowed: 2).");
    throttle.admit("other");
    throttle.done("guest");
    throttle.admit("guest");
  }

  @Test
  void asManyAMinuteAsAllowedAndNotOneMore() {
    MovingClock clock = new MovingClock();
    Throttle throttle = new Throttle(new Quotas(2, 100, 0, 0), clock);
    throttle.admit("guest");
    clock.now = MINUTE.plus(Duration.ofSeconds(59));
    throttle.admit("guest");
    assertRefused(throttle, "Too many requests in the last minute (count: 3, allowed: 2).");
    clock.now = MINUTE.plus(Duration.ofSeconds(60));
    throttle.admit("guest");
  }

  private static void assertRefused(Throttle throttle, String message) {
    assertThatThrownBy(() -> throttle.admit("guest"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.answer().status().intValue()).isEqualTo(429);
              assertThat(refusal.answer().body()).isEqualTo(new Answer.Body.Failure(message));
            });
  }

  private static final class MovingClock extends Clock {
    private Instant now = MINUTE;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
