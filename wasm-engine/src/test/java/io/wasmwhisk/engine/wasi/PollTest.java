// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi;

import static io.wasmwhisk.engine.wasi.TestGuest.RESULT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.engine.files.ByteSink;
import io.wasmwhisk.engine.files.ByteSource;
import io.wasmwhisk.engine.files.DescriptorTable;
import io.wasmwhisk.engine.files.StandardStreams;
import io.wasmwhisk.engine.wasi.abi.Errno;
import io.wasmwhisk.engine.wasi.abi.RandomSource;
import io.wasmwhisk.engine.wasi.abi.WasiClock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PollTest {
  private static final int IN = 0x2000;
  private static final int OUT = 0x8000;
  private static final int REALTIME = 0;
  private static final int MONOTONIC = 1;
  private static final int RELATIVE = 0;
  private static final int ABSOLUTE = 1;
  private static final long MS = 1_000_000;

  private TestGuest guest = new TestGuest();
  private int subscriptions;

  private void clock(long userdata, int clock, long timeout, int flags) {
    long address = subscription(userdata, 0);
    guest.memory.putInt(address + 16, clock);
    guest.memory.putLong(address + 24, timeout);
    guest.memory.putShort(address + 40, (short) flags);
  }

  private void fdRead(long userdata, int fd) {
    guest.memory.putInt(subscription(userdata, 1) + 16, fd);
  }

  private void fdWrite(long userdata, int fd) {
    guest.memory.putInt(subscription(userdata, 2) + 16, fd);
  }

  private long subscription(long userdata, int type) {
    long address = IN + 48L * subscriptions++;
    guest.memory.putLong(address, userdata);
    guest.memory.putByte(address + 8, (byte) type);
    return address;
  }

  /** Polls and returns {@code userdata:error:type:bytes:flags} of each event. */
  private List<String> poll() throws InterruptedException {
    guest.ok("poll_oneoff", IN, OUT, subscriptions, RESULT);
    return java.util.stream.IntStream.range(0, guest.result()).mapToObj(this::event).toList();
  }

  private String event(int index) {
    long address = OUT + 32L * index;
    long error = guest.memory.getInt(address + 8) & 0xFFFF;
    return "%d:%d:%d:%d:%d"
        .formatted(
            guest.memory.getLong(address),
            error,
            guest.memory.getByte(address + 10),
            guest.memory.getLong(address + 16),
            guest.memory.getInt(address + 24));
  }

  @Test
  void aRelativeClockWaitsItsTime() throws Exception {
    clock(7, MONOTONIC, 300 * MS, RELATIVE);
    assertThat(poll()).containsExactly("7:0:0:0:0");
    assertThat(guest.clock.waits).containsExactly(300 * MS);
  }

  @Test
  void aWaitThatEndsTooEarlyIsContinued() throws Exception {
    guest.clock.early = 10;
    clock(7, REALTIME, 300 * MS, RELATIVE);
    assertThat(poll()).hasSize(1);
    assertThat(guest.clock.waits).containsExactly(300 * MS, 10L);
  }

  @Test
  void absoluteClocksWaitUntilTheirMoment() throws Exception {
    clock(1, MONOTONIC, 6_000, ABSOLUTE);
    assertThat(poll()).containsExactly("1:0:0:0:0");
    subscriptions = 0;
    clock(2, REALTIME, FakeClock.REALTIME + 6_500, ABSOLUTE);
    assertThat(poll()).containsExactly("2:0:0:0:0");
    assertThat(guest.clock.waits).containsExactly(1_000L, 500L);
  }

  @Test
  void momentsInThePastAreTold() throws Exception {
    clock(1, MONOTONIC, 0, RELATIVE);
    clock(2, MONOTONIC, 5_000, ABSOLUTE);
    clock(3, REALTIME, 0, ABSOLUTE);
    clock(4, MONOTONIC, 1, RELATIVE);
    assertThat(poll()).containsExactly("1:0:0:0:0", "2:0:0:0:0", "3:0:0:0:0");
    assertThat(guest.clock.waits).isEmpty();
  }

  @Test
  void theEarliestOfSeveralClocksEndsTheWait() throws Exception {
    clock(1, MONOTONIC, 500, RELATIVE);
    clock(2, REALTIME, 200, RELATIVE);
    clock(3, MONOTONIC, 5_200, ABSOLUTE);
    assertThat(poll()).containsExactly("2:0:0:0:0", "3:0:0:0:0");
    assertThat(guest.clock.waits).containsExactly(200L);
  }

  @Test
  void aTimeOutBeyondAllTimeDoesNotWrap() throws Exception {
    clock(1, MONOTONIC, -1, RELATIVE);
    clock(2, MONOTONIC, Long.MAX_VALUE, RELATIVE);
    clock(3, REALTIME, -1, ABSOLUTE);
    clock(4, MONOTONIC, 10, RELATIVE);
    assertThat(poll()).containsExactly("4:0:0:0:0");
  }

  @Test
  void clocksThatCannotBeWaitedForAreErrorsAtOnce() throws Exception {
    clock(1, 2, 100, RELATIVE);
    clock(2, 3, 100, RELATIVE);
    clock(3, 9, 100, RELATIVE);
    clock(4, MONOTONIC, 100, 2);
    clock(5, MONOTONIC, 100, RELATIVE);
    assertThat(poll()).containsExactly("1:58:0:0:0", "2:58:0:0:0", "3:28:0:0:0", "4:28:0:0:0");
    assertThat(guest.clock.waits).isEmpty();
  }

  @Test
  void outputIsAlwaysReady() throws Exception {
    clock(1, MONOTONIC, 300 * MS, RELATIVE);
    fdWrite(2, 1);
    fdWrite(3, 2);
    assertThat(poll()).containsExactly("2:0:2:65536:0", "3:0:2:65536:0");
  }

  @Test
  void inputTellsItsBytesAndItsEnd() throws Exception {
    guest = new TestGuest(ByteSource.of("abc".getBytes(UTF_8)), List.of(), Map.of());
    fdRead(1, 0);
    assertThat(poll()).containsExactly("1:0:1:3:0");
    guest.read(0, 3);
    assertThat(poll()).containsExactly("1:0:1:0:1");
  }

  @Test
  void descriptorsThatCannotBeReadyAreErrors() throws Exception {
    fdRead(1, 99);
    fdRead(2, 1);
    fdWrite(3, 0);
    assertThat(poll()).containsExactly("1:8:1:0:0", "2:76:1:0:0", "3:76:2:0:0");
  }

  @Test
  void silentInputWaitsAsLongAsTheClock() throws Exception {
    SilentSource silent = new SilentSource();
    guest = new TestGuest(silent, List.of(), Map.of());
    silent.onWait = () -> guest.clock.monotonic += 50;
    fdRead(1, 0);
    clock(2, MONOTONIC, 100, RELATIVE);
    assertThat(poll()).containsExactly("2:0:0:0:0");
    assertThat(silent.waits).containsExactly(100L, 50L);
    assertThat(guest.clock.waits).isEmpty();
  }

  @Test
  void silentInputAloneIsWaitedForWithoutEnd() {
    SilentSource silent = new SilentSource();
    guest = new TestGuest(silent, List.of(), Map.of());
    silent.onWait = Thread.currentThread()::interrupt;
    fdRead(1, 0);
    assertThatThrownBy(this::poll).isInstanceOf(InterruptedException.class);
    assertThat(silent.waits).containsExactly(Long.MAX_VALUE);
  }

  @Test
  void theNumberOfSubscriptionsIsBounded() throws Exception {
    assertThat(guest.call("poll_oneoff", IN, OUT, 0, RESULT)).isEqualTo(Errno.INVAL);
    assertThat(guest.call("poll_oneoff", IN, OUT, 4097, RESULT)).isEqualTo(Errno.INVAL);
    // One fewer is only too much for this memory.
    assertThat(guest.call("poll_oneoff", IN, OUT, 4096, RESULT)).isEqualTo(Errno.FAULT);
    assertThat(guest.call("poll_oneoff", IN, OUT, 0xFFFF_FFFFL, RESULT)).isEqualTo(Errno.INVAL);
  }

  @Test
  void unknownSubscriptionsAndBadAddressesAreErrors() throws Exception {
    subscription(1, 3);
    assertThat(guest.call("poll_oneoff", IN, OUT, 1, RESULT)).isEqualTo(Errno.INVAL);
    subscriptions = 0;
    clock(1, MONOTONIC, 0, RELATIVE);
    assertThat(guest.call("poll_oneoff", ArrayMemory.SIZE - 47, OUT, 1, RESULT))
        .isEqualTo(Errno.FAULT);
    assertThat(guest.call("poll_oneoff", IN, ArrayMemory.SIZE - 31, 1, RESULT))
        .isEqualTo(Errno.FAULT);
    assertThat(guest.call("poll_oneoff", IN, OUT, 1, ArrayMemory.SIZE - 3)).isEqualTo(Errno.FAULT);
  }

  @Test
  void eventsMayOverwriteSubscriptions() throws Exception {
    clock(1, MONOTONIC, 0, RELATIVE);
    clock(2, MONOTONIC, 0, RELATIVE);
    guest.ok("poll_oneoff", IN, IN, 2, RESULT);
    assertThat(guest.memory.getLong(IN)).isEqualTo(1);
    assertThat(guest.memory.getLong(IN + 32)).isEqualTo(2);
  }

  @Test
  void theSystemClockReallyWaits() throws Exception {
    long before = System.nanoTime();
    pollOnce(30 * MS);
    assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(30 * MS);
  }

  @Test
  void aWaitingGuestEndsAtOnceWhenItsThreadIsInterrupted() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<Throwable> end = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              started.countDown();
              try {
                pollOnce(TimeUnit.HOURS.toNanos(1));
                end.completeExceptionally(new AssertionError("an hour is over"));
              } catch (InterruptedException e) {
                end.complete(e);
              }
            });
    thread.start();
    started.await();
    thread.interrupt();
    assertThat(end.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
  }

  /** Waits with the JVM's clock. */
  private void pollOnce(long nanos) throws InterruptedException {
    ByteSink sink = ByteSink.discarding();
    WasiPreview1 wasi =
        new WasiPreview1(
            new WasiSettings(
                List.of(),
                Map.of(),
                new DescriptorTable(new StandardStreams(ByteSource.empty(), sink, sink)),
                WasiClock.system(),
                RandomSource.secure()));
    clock(1, MONOTONIC, nanos, RELATIVE);
    Objects.requireNonNull(wasi.find(WasiPreview1.MODULE, "poll_oneoff"))
        .body()
        .call(guest.memory, new long[] {IN, OUT, 1, RESULT});
  }
}
