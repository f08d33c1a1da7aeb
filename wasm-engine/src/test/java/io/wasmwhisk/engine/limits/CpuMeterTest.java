// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CpuMeterTest {
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private record Later(Duration delay, Runnable action) {}

  private final List<Later> pending = new ArrayList<>();
  private final List<Duration> overspent = new ArrayList<>();
  private Duration cpu = Duration.ofSeconds(7);
  private final CpuMeter meter = new CpuMeter(thread -> cpu.toNanos());

  private Deadlines.Armed arm(Duration delay, Runnable action) {
    Later later = new Later(delay, action);
    pending.add(later);
    return () -> pending.remove(later);
  }

  private Duration look() {
    Later next = pending.removeFirst();
    next.action().run();
    return next.delay();
  }

  private void use(long millis) {
    cpu = cpu.plusMillis(millis);
  }

  @Test
  void whatOthersUsedOnTheThreadBeforeDoesNotCount() {
    use(3);

    assertThat(meter.used()).isEqualTo(Duration.ofMillis(3));
  }

  @Test
  void atTheLimit() {
    meter.watch(LIMIT, this::arm, overspent::add);
    use(1000);
    assertThat(look()).isEqualTo(LIMIT);

    assertThat(overspent).containsExactly(LIMIT);
    assertThat(pending).isEmpty();
  }

  @Test
  void justBelowTheLimitItIsLookedAtAgainButNotTooSoon() {
    meter.watch(LIMIT, this::arm, overspent::add);
    use(999);
    look();
    assertThat(overspent).isEmpty();
    use(2);
    assertThat(look()).isEqualTo(Duration.ofMillis(50));

    assertThat(overspent).containsExactly(Duration.ofMillis(1001));
  }

  @Test
  void whoHasUsedLittleIsLookedAtWhenTheRestCouldBeUsed() {
    meter.watch(LIMIT, this::arm, overspent::add);
    use(300);
    look();

    assertThat(look()).isEqualTo(Duration.ofMillis(700));
  }

  @Test
  void onceStoppedNothingIsLookedAt() {
    meter.watch(LIMIT, this::arm, overspent::add);
    use(5);
    assertThat(meter.stop()).isEqualTo(Duration.ofMillis(5));
    use(5000);

    assertThat(pending).isEmpty();
    assertThat(meter.used()).isEqualTo(Duration.ofMillis(5));
  }
}
