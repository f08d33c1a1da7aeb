// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi;

import static io.wasmwhisk.engine.wasi.TestGuest.BUFFER;
import static io.wasmwhisk.engine.wasi.TestGuest.RESULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.wasmwhisk.engine.runtime.GuestExit;
import io.wasmwhisk.engine.wasi.abi.Errno;
import io.wasmwhisk.engine.wasi.abi.RandomSource;
import io.wasmwhisk.engine.wasi.abi.WasiClock;
import org.junit.jupiter.api.Test;

class ProcessTest {
  private final TestGuest guest = new TestGuest();

  @Test
  void clocksShowTheirTime() throws Exception {
    guest.ok("clock_time_get", 0, 1, RESULT);
    assertThat(guest.memory.getLong(RESULT)).isEqualTo(FakeClock.REALTIME + 5_000);
    guest.ok("clock_time_get", 1, 0, RESULT);
    assertThat(guest.memory.getLong(RESULT)).isEqualTo(5_000);
    assertThat(guest.call("clock_time_get", 4, 0, RESULT)).isEqualTo(Errno.INVAL);
    assertThat(guest.call("clock_time_get", -1, 0, RESULT)).isEqualTo(Errno.INVAL);
    assertThat(guest.call("clock_time_get", 0, 0, ArrayMemory.SIZE - 7)).isEqualTo(Errno.FAULT);
  }

  @Test
  void processorTimeStartsWithTheInstance() throws Exception {
    // What an engine does when it makes one.
    guest.wasi.find(WasiPreview1.MODULE, "clock_time_get");
    guest.clock.cpu += 45;
    guest.ok("clock_time_get", 2, 0, RESULT);
    assertThat(guest.memory.getLong(RESULT)).isEqualTo(45);
    guest.clock.cpu += 123;
    guest.ok("clock_time_get", 3, 0, RESULT);
    assertThat(guest.memory.getLong(RESULT)).isEqualTo(168);
  }

  @Test
  void clocksHaveAResolution() throws Exception {
    for (int clock = 0; clock < 4; clock++) {
      guest.ok("clock_res_get", clock, RESULT);
      assertThat(guest.memory.getLong(RESULT)).isEqualTo(1);
    }
    assertThat(guest.call("clock_res_get", 4, RESULT)).isEqualTo(Errno.INVAL);
  }

  @Test
  void theSystemClocksMoveOn() {
    WasiClock clock = WasiClock.system();
    long before = clock.monotonic();
    assertThat(before).isNotNegative();
    assertThat(clock.monotonic()).isGreaterThanOrEqualTo(before);
    assertThat(clock.realtime()).isGreaterThan(1_700_000_000_000_000_000L);
    assertThat(clock.cpu()).isPositive();
  }

  @Test
  void randomBytesFillExactlyTheBuffer() throws Exception {
    guest.ok("random_get", BUFFER, 3);
    assertThat(guest.memory.getInt(BUFFER)).isEqualTo(0x005A5A5A);
    guest.ok("random_get", ArrayMemory.SIZE, 0);
    guest.ok("random_get", 0, ArrayMemory.SIZE);
    assertThat(guest.call("random_get", 1, ArrayMemory.SIZE)).isEqualTo(Errno.FAULT);
    assertThat(guest.call("random_get", 0, 0xFFFF_FFFFL)).isEqualTo(Errno.FAULT);
  }

  @Test
  void theSecureSourceFillsItsTarget() {
    byte[] bytes = new byte[64];
    RandomSource.secure().fill(bytes);
    assertThat(bytes).isNotEqualTo(new byte[64]);
  }

  @Test
  void anInterruptedGuestGetsNoRandomBytes() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> guest.raw("random_get", BUFFER, 16))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void exitCarriesItsCode() {
    assertExit(0, "proc_exit", 0);
    assertExit(33, "proc_exit", 33);
    assertExit(-1, "proc_exit", 0xFFFF_FFFFL);
  }

  @Test
  void signalsDoWhatPosixCallsTheirDefault() throws Exception {
    assertExit(134, "proc_raise", 6);
    assertExit(137, "proc_raise", 9);
    assertExit(158, "proc_raise", 30);
    for (int ignored : new int[] {0, 16, 17, 22, 27}) {
      assertThat(guest.call("proc_raise", ignored)).isEqualTo(Errno.SUCCESS);
    }
    assertThat(guest.call("proc_raise", 31)).isEqualTo(Errno.INVAL);
    assertThat(guest.call("proc_raise", -1)).isEqualTo(Errno.INVAL);
  }

  @Test
  void yieldingReturns() throws Exception {
    guest.ok("sched_yield");
  }

  @Test
  void nothingIsASocket() throws Exception {
    assertThat(guest.call("sock_accept", 0, 0, RESULT)).isEqualTo(Errno.NOTSOCK);
    assertThat(guest.call("sock_recv", 0, 0, 0, 0, RESULT, RESULT)).isEqualTo(Errno.NOTSOCK);
    assertThat(guest.call("sock_send", 1, 0, 0, 0, RESULT)).isEqualTo(Errno.NOTSOCK);
    assertThat(guest.call("sock_shutdown", 2, 1)).isEqualTo(Errno.NOTSOCK);
    assertThat(guest.call("sock_shutdown", 3, 1)).isEqualTo(Errno.BADF);
  }

  private void assertExit(int code, String name, long argument) {
    assertThatThrownBy(() -> guest.raw(name, argument))
        .asInstanceOf(type(GuestExit.class))
        .extracting(GuestExit::code)
        .isEqualTo(code);
  }
}
