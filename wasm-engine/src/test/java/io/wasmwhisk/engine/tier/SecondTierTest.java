// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.tier;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.runtime.GuestCode;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestInstance;
import io.wasmwhisk.engine.runtime.Imports;
import io.wasmwhisk.engine.runtime.UnfitModuleException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecondTierTest {
  private final Threads threads = new Threads();
  private final AtomicInteger busyLooks = new AtomicInteger();
  private final AtomicLong now = new AtomicLong();
  private long taken;
  private final SecondTier tier =
      new SecondTier(now::get, () -> busyLooks.getAndUpdate(n -> Math.max(0, n - 1)) == 0, threads);

  /** Runs nothing before it is told to. */
  private static final class Threads extends ScheduledThreadPoolExecutor {
    private final List<Runnable> given = new ArrayList<>();

    Threads() {
      super(1);
    }

    @Override
    public void execute(Runnable task) {
      given.add(task);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
      given.add(task);
      return new ScheduledFuture<>() {
        @Override
        public long getDelay(TimeUnit unit) {
          return 0;
        }

        @Override
        public int compareTo(Delayed other) {
          return 0;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
          return false;
        }

        @Override
        public boolean isCancelled() {
          return false;
        }

        @Override
        public boolean isDone() {
          return false;
        }

        @Override
        public Object get() {
          throw new UnsupportedOperationException();
        }

        @Override
        public Object get(long timeout, TimeUnit unit) {
          throw new UnsupportedOperationException();
        }
      };
    }

    /** How many tasks it took until there was none left. */
    int runAll() {
      int ran = 0;
      while (!given.isEmpty()) {
        given.removeFirst().run();
        ran++;
      }
      return ran;
    }
  }

  private record Code(String engine) implements GuestCode {
    @Override
    public GuestInstance instantiate(Imports imports, String memoryExport) {
      return new Instance(engine);
    }
  }

  /** Has one function, which has the name of its engine. */
  private record Instance(String engine) implements GuestInstance {
    @Override
    public void adopt() {}

    @Override
    public boolean hasFunction(String name) {
      return name.equals(engine);
    }

    @Override
    public void call(String name) {}

    @Override
    public void interrupt() {}

    @Override
    public void pause(Pause pause) {}

    @Override
    public void close() {}
  }

  @AfterEach
  void close() {
    tier.close();
  }

  /** Of one that takes {@link #taken} nanoseconds. */
  private String engineOfAnInstance(GuestCode code) {
    try (GuestInstance instance = code.instantiate((module, name) -> null, "memory")) {
      now.addAndGet(taken);
      return instance.hasFunction("first") ? "first" : "second";
    } catch (GuestFailure e) {
      throw new AssertionError(e);
    }
  }

  private void callTwice(GuestCode code) {
    assertThat(engineOfAnInstance(code)).isEqualTo("first");
    assertThat(engineOfAnInstance(code)).isEqualTo("first");
  }

  @Test
  void theOtherEngineTakesOverWhenItHasCompiled() {
    GuestCode code = tier.of(new Code("first"), () -> new Code("second"), 0);

    assertThat(engineOfAnInstance(code)).contains("first");
    assertThat(engineOfAnInstance(code)).contains("first");
    assertThat(threads.runAll()).isEqualTo(1);
    assertThat(engineOfAnInstance(code)).contains("second");
    assertThat(code.engine()).isEqualTo("second");
    assertThat(threads.runAll()).isZero();
    assertThat(tier.compiled()).isEqualTo(1);
  }

  @Test
  void nothingIsCompiledForCodeThatIsCalledOnce() {
    GuestCode code = tier.of(new Code("first"), () -> new Code("second"), 0);

    engineOfAnInstance(code);

    assertThat(threads.runAll()).isZero();
  }

  @Test
  void aModuleOfLongActivationsStays() {
    GuestCode code = tier.of(new Code("first"), () -> new Code("second"), 0);

    taken = SecondTier.SHORT.toNanos() + 1;
    assertThat(engineOfAnInstance(code)).isEqualTo("first");
    assertThat(engineOfAnInstance(code)).isEqualTo("first");
    assertThat(threads.runAll()).isZero();

    taken = SecondTier.SHORT.toNanos();
    callTwice(code);
    assertThat(threads.runAll()).isEqualTo(1);
    assertThat(engineOfAnInstance(code)).isEqualTo("second");
  }

  @Test
  void codeThatTheOtherEngineRefusesStays() {
    AtomicInteger tries = new AtomicInteger();
    GuestCode code =
        tier.of(
            new Code("first"),
            () -> {
              tries.incrementAndGet();
              throw new UnfitModuleException("too large");
            },
            0);

    for (int i = 0; i < 3; i++) {
      assertThat(engineOfAnInstance(code)).contains("first");
      threads.runAll();
    }
    assertThat(tries).hasValue(1);
    assertThat(tier.compiled()).isZero();
  }

  @Test
  void aFaultOfTheCompilerHarmsNobody() {
    GuestCode code =
        tier.of(
            new Code("first"),
            () -> {
              throw new StackOverflowError();
            },
            0);

    callTwice(code);
    threads.runAll();
    assertThat(engineOfAnInstance(code)).contains("first");
  }

  @Test
  void itWaitsWhileGuestsWantAllProcessors() {
    busyLooks.set(5);
    GuestCode code = tier.of(new Code("first"), () -> new Code("second"), 0);

    callTwice(code);

    assertThat(threads.runAll()).isEqualTo(6);
    assertThat(code.engine()).isEqualTo("second");
  }

  @Test
  void whereGuestsWantAllProcessorsForLongItIsCompiledAllTheSame() {
    busyLooks.set(Integer.MAX_VALUE);
    GuestCode code = tier.of(new Code("first"), () -> new Code("second"), 0);

    callTwice(code);

    assertThat(threads.runAll()).isEqualTo(101);
    assertThat(code.engine()).isEqualTo("second");
  }

  @Test
  void oneThatFindsTooManyAsksAgain() {
    for (int i = 0; i < SecondTier.MOST_WAITING - 1; i++) {
      callTwice(tier.of(new Code("first"), () -> new Code("second"), 0));
    }
    GuestCode last = tier.of(new Code("first"), () -> new Code("second"), 0);
    GuestCode oneMore = tier.of(new Code("first"), () -> new Code("second"), 0);

    callTwice(last);
    callTwice(oneMore);
    assertThat(threads.runAll()).isEqualTo(SecondTier.MOST_WAITING);
    assertThat(last.engine()).isEqualTo("second");
    assertThat(oneMore.engine()).isEqualTo("first");

    engineOfAnInstance(oneMore);
    threads.runAll();
    assertThat(oneMore.engine()).isEqualTo("second");
  }
}
