// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.engine.limits.GuestThreads;
import io.wasmwhisk.engine.runtime.GuestCode;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestInstance;
import io.wasmwhisk.engine.runtime.Imports;
import io.wasmwhisk.engine.schedule.Bounds;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunningGuestTest {
  private static final Duration SOON = Duration.ofMillis(1);

  private final GuestRunner runner =
      new GuestRunner(new GuestThreads(1 << 20), new Bounds(4, 4, 4, 4), thread -> 0);

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void anEngineThatThrowsAfterItsInterruptionIsLate() throws Exception {
    assertThat(start(new Instance(), new Task(), Optional.of(SOON)).completion().get())
        .isEqualTo(new End.TimedOut());
  }

  @Test
  void anEngineThatThrowsAfterItsCancellationIsCancelled() throws Exception {
    RunningGuest<End> guest = start(new Instance(), new Task(), Optional.empty());
    guest.cancel();

    assertThat(guest.completion().get()).isEqualTo(new End.Cancelled());
  }

  @Test
  void anEngineThatThrowsOfItselfHasFailed() {
    Instance instance = new Instance();
    instance.interrupt();

    assertThatThrownBy(() -> start(instance, new Task(), Optional.empty()).completion().get())
        .hasRootCauseMessage("the Context was closed");
  }

  @Test
  void aDeadlineIsAnsweredEvenWhenTheInterruptionFails() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    Instance instance =
        new Instance() {
          @Override
          public void call(String name) {
            awaitUninterruptibly(done);
          }

          @Override
          public void interrupt() {
            throw new OutOfMemoryError("unable to create native thread");
          }
        };

    RunningGuest<End> guest = start(instance, new Task(), Optional.of(SOON));

    assertThat(guest.completion().get(30, TimeUnit.SECONDS)).isEqualTo(new End.TimedOut());
    done.countDown();
  }

  @Test
  void anEndThatCannotBeToldIsAFailure() {
    Task task =
        new Task() {
          @Override
          public End ended(End end, Spent spent) {
            throw new OutOfMemoryError("no heap for the log lines");
          }
        };

    assertThatThrownBy(
            () ->
                start(new Instance(), task, Optional.of(SOON))
                    .completion()
                    .get(30, TimeUnit.SECONDS))
        .hasRootCauseMessage("no heap for the log lines");
  }

  private record Code(Instance instance) implements GuestCode {
    @Override
    public GuestInstance instantiate(Imports imports, String memoryExport) {
      return instance;
    }

    @Override
    public String engine() {
      return "test";
    }
  }

  private RunningGuest<End> start(Instance instance, Task task, Optional<Duration> time) {
    return runner.start(
        runner.claim("a"), new Code(instance), task, new Allowance(time, Optional.empty()));
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException ignored) {
        // What this guest is about.
      }
    }
  }

  /** Runs until it is interrupted, and then does not say so but that it is closed. */
  private static class Instance implements GuestInstance {
    private final CountDownLatch interrupted = new CountDownLatch(1);

    @Override
    public void adopt() {}

    @Override
    public boolean hasFunction(String name) {
      return false;
    }

    @Override
    public void call(String name) {
      awaitUninterruptibly(interrupted);
      throw new IllegalStateException("the Context was closed");
    }

    @Override
    public void interrupt() {
      interrupted.countDown();
    }

    @Override
    public void pause(Pause pause) {}

    @Override
    public void close() {}
  }

  private static class Task implements GuestTask<End> {
    @Override
    public boolean reserve() {
      return true;
    }

    @Override
    public void stopWaiting() {}

    @Override
    public Imports imports() {
      return (module, name) -> null;
    }

    @Override
    public void call(GuestInstance instance) throws GuestFailure {
      instance.call("_start");
    }

    @Override
    public End ended(End end, Spent spent) {
      return end;
    }

    @Override
    public void close() {}
  }
}
