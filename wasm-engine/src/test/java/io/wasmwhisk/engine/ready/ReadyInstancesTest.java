// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.ready;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Scheduler;
import io.wasmwhisk.engine.runtime.GuestCode;
import io.wasmwhisk.engine.runtime.GuestFailure;
import io.wasmwhisk.engine.runtime.GuestInstance;
import io.wasmwhisk.engine.runtime.HostFunction;
import io.wasmwhisk.engine.runtime.Imports;
import io.wasmwhisk.engine.runtime.ValueType;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReadyInstancesTest {
  private static final String MEMORY = "memory";
  private static final long INSTANCE_BYTES = 100 << 10;

  /** Room for two: each weighs 101 KiB, since the weight is rounded up. */
  private static final long TWO = 202 << 10;

  private final AtomicLong nanos = new AtomicLong();
  private final ReadyInstances ready =
      new ReadyInstances(TWO, nanos::get, Scheduler.disabledScheduler());
  private final CountedCode counted = new CountedCode();
  private final GuestCode code = ready.of(counted, INSTANCE_BYTES);

  private static Imports answering(long answer) {
    return imports(List.of(ValueType.I64), answer);
  }

  private static Imports imports(List<ValueType> results, long answer) {
    return (module, name) ->
        new HostFunction(module, name, List.of(), results, (memory, arguments) -> answer);
  }

  /** Calls it as often as it takes until an instance of it is made ahead. */
  private static void warmUp(GuestCode code) throws GuestFailure {
    code.instantiate(answering(1), MEMORY);
    code.instantiate(answering(2), MEMORY);
    code.prepare();
  }

  @Test
  void codeThatWasCalledOnceGetsNone() throws Exception {
    code.prepare();
    code.instantiate(answering(1), MEMORY);
    code.prepare();

    assertThat(ready.use()).isEqualTo(new ReadyUse(0, 0, 0));
  }

  @Test
  void codeThatIsCalledAgainGetsOne() throws Exception {
    warmUp(code);
    code.prepare();

    assertThat(ready.use()).isEqualTo(new ReadyUse(1, 1, 0));
  }

  @Test
  void itServesOneActivation() throws Exception {
    warmUp(code);

    assertThat(code.instantiate(answering(3), MEMORY)).isSameAs(counted.made.get(2));
    assertThat(code.instantiate(answering(4), MEMORY)).isSameAs(counted.made.get(3));
    assertThat(ready.use()).isEqualTo(new ReadyUse(0, 1, 1));
  }

  @Test
  void itCallsTheFunctionsOfTheActivationThatHasIt() throws Exception {
    warmUp(code);
    CountedCode.Instance instance = (CountedCode.Instance) code.instantiate(answering(3), MEMORY);
    instance.call("any");

    assertThat(instance.answered).isEqualTo(3);
  }

  @Test
  void nothingCanBeCalledBeforeAnActivationHasIt() throws Exception {
    warmUp(code);

    assertThatThrownBy(() -> counted.made.get(2).call("any"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("env.answer was called before the instance had an activation");
  }

  @Test
  void itIsTheThreadsThatTakesIt() throws Exception {
    CompletableFuture.runAsync(
            () -> {
              try {
                warmUp(code);
              } catch (GuestFailure e) {
                throw new AssertionError(e);
              }
            })
        .get(30, TimeUnit.SECONDS);
    assertThat(counted.made.get(2).owner).isNotSameAs(Thread.currentThread());
    code.instantiate(answering(3), MEMORY);

    assertThat(counted.made.get(2).owner).isSameAs(Thread.currentThread());
  }

  @Test
  void whereTheActivationHasFunctionsOfOtherTypesAnotherOneIsMade() throws Exception {
    warmUp(code);
    GuestInstance made = code.instantiate(imports(List.of(ValueType.I32), 3), MEMORY);

    assertThat(made).isSameAs(counted.made.get(3));
    assertThat(counted.made.get(2).closed).isTrue();
  }

  @Test
  void whereTheActivationLacksAFunctionItsLinkingFails() throws Exception {
    warmUp(code);

    assertThatThrownBy(() -> code.instantiate((module, name) -> null, MEMORY))
        .isInstanceOf(GuestFailure.Link.class)
        .hasMessage("there is no env.answer");
    assertThat(counted.made.get(2).closed).isTrue();
  }

  @Test
  void oneThatCannotBeMadeIsNoFailure() throws Exception {
    code.instantiate(answering(1), MEMORY);
    code.instantiate(answering(2), MEMORY);
    counted.failure = new GuestFailure.OutOfMemory();
    code.prepare();

    assertThat(ready.use()).isEqualTo(new ReadyUse(0, 0, 0));
  }

  @Test
  void asManyAsThereIsRoomForAreKept() throws Exception {
    CountedCode other = new CountedCode();
    GuestCode second = ready.of(other, INSTANCE_BYTES);
    warmUp(code);
    warmUp(second);

    assertThat(ready.use()).isEqualTo(new ReadyUse(2, 2, 0));
    assertThat(code.instantiate(answering(3), MEMORY)).isSameAs(counted.made.get(2));
    assertThat(second.instantiate(answering(3), MEMORY)).isSameAs(other.made.get(2));
  }

  @Test
  void oneMoreThanThereIsRoomForIsNotKept() throws Exception {
    List<CountedCode> all = List.of(counted, new CountedCode(), new CountedCode());
    warmUp(code);
    GuestCode second = ready.of(all.get(1), INSTANCE_BYTES);
    warmUp(second);
    GuestCode third = ready.of(all.get(2), INSTANCE_BYTES);
    warmUp(third);

    assertThat(ready.use().instances()).isEqualTo(2);
    assertThat(all.stream().flatMap(one -> one.made.stream().skip(2)).filter(one -> !one.closed))
        .hasSize(2);
    assertThat(List.of(code, second, third)).hasSize(3);
  }

  @Test
  void codeWhoseInstanceTakesAllTheRoomGetsOne() throws Exception {
    GuestCode large = ready.of(counted, TWO - 1);
    warmUp(large);

    assertThat(ready.use().instances()).isEqualTo(1);
  }

  @Test
  void codeWhoseInstanceTakesMoreThanAllTheRoomGetsNone() {
    assertThat(ready.of(counted, TWO + 1)).isSameAs(counted);
  }

  @Test
  void oneThatNobodyCallsForIsClosed() throws Exception {
    warmUp(code);
    nanos.addAndGet(ReadyInstances.KEPT.toNanos() - 1);
    assertThat(ready.use().instances()).isEqualTo(1);
    nanos.addAndGet(1);

    assertThat(ready.use().instances()).isZero();
    assertThat(counted.made.get(2).closed).isTrue();
  }

  /** The cache is told in time, although not each time. */
  @Test
  void oneThatIsCalledForAgainAndAgainIsKept() throws Exception {
    warmUp(code);
    for (int i = 0; i < 200; i++) {
      nanos.addAndGet(ReadyInstances.TOLD.toNanos() - 1);
      code.instantiate(answering(3), MEMORY);
      code.prepare();
    }

    assertThat(ready.use()).isEqualTo(new ReadyUse(1, 201, 200));
  }

  @Test
  void afterTheEndThereAreNone() throws Exception {
    warmUp(code);
    ready.close();
    code.prepare();

    assertThat(counted.made.get(2).closed).isTrue();
    assertThat(ready.use().instances()).isZero();
    assertThat(counted.made).hasSize(3);
  }

  @Test
  void theEndWaitsForOneThatIsBeingMade() throws Exception {
    code.instantiate(answering(1), MEMORY);
    code.instantiate(answering(2), MEMORY);
    CountDownLatch making = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    counted.whenMade =
        () -> {
          making.countDown();
          awaitFor30Seconds(goOn);
        };
    CompletableFuture<Void> maker = CompletableFuture.runAsync(code::prepare);
    assertThat(making.await(30, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<Void> end = CompletableFuture.runAsync(ready::close);
    assertThat(end).isNotDone();
    goOn.countDown();
    maker.get(30, TimeUnit.SECONDS);
    end.get(30, TimeUnit.SECONDS);

    assertThat(counted.made.get(2).closed).isTrue();
  }

  private static void awaitFor30Seconds(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
