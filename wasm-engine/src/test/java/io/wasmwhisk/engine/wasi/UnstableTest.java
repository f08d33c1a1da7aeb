// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi;

import static io.wasmwhisk.engine.wasi.TestGuest.BUFFER;
import static io.wasmwhisk.engine.wasi.TestGuest.CREAT;
import static io.wasmwhisk.engine.wasi.TestGuest.RESULT;
import static io.wasmwhisk.engine.wasi.TestGuest.STAT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.binary.Wat;
import io.wasmwhisk.engine.endive.EndiveAdapter;
import io.wasmwhisk.engine.graal.GraalAdapter;
import io.wasmwhisk.engine.runtime.EngineAdapter;
import io.wasmwhisk.engine.runtime.GuestInstance;
import io.wasmwhisk.engine.wasi.abi.Errno;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where {@code wasi_unstable} differs from its successor, in a memory full of ones before. */
class UnstableTest {
  private static final int CUR = 0;
  private static final int END = 1;
  private static final int SET = 2;

  private final TestGuest guest = TestGuest.withMemoryDirectory();

  @BeforeEach
  void anOldGuest() {
    guest.module = WasiPreview1.OLD_MODULE;
    guest.memory.write(STAT, "\u007f".repeat(64).getBytes(UTF_8));
  }

  @Test
  void seekingCountsItsOriginsFromTheCurrentPosition() throws Exception {
    int fd = guest.opened("file", CREAT);
    guest.write(fd, "0123456789");
    guest.ok("fd_seek", fd, 2, SET, RESULT);
    guest.ok("fd_seek", fd, 3, CUR, RESULT);
    assertThat(guest.memory.getLong(RESULT)).isEqualTo(5);
    guest.ok("fd_seek", fd, -1, END, RESULT);
    assertThat(guest.memory.getLong(RESULT)).isEqualTo(9);
    assertThat(guest.call("fd_seek", fd, 0, 3, RESULT)).isEqualTo(Errno.INVAL);
    assertThat(guest.call("fd_seek", fd, 0, -1, RESULT)).isEqualTo(Errno.INVAL);
  }

  @Test
  void aFilestatHas56Bytes() throws Exception {
    guest.file("file", "12345");
    guest.paths("path_link", new long[] {3, 0}, "file", new long[] {3}, "second");
    assertThat(guest.stat("file")).isEqualTo(Errno.SUCCESS);
    assertOldStat();

    guest.memory.write(STAT, "\u007f".repeat(64).getBytes(UTF_8));
    guest.ok("fd_filestat_get", guest.opened("file", 0), STAT);
    assertOldStat();
  }

  private void assertOldStat() {
    assertThat(guest.memory.getInt(STAT + 16)).as("type").isEqualTo(4);
    assertThat(guest.memory.getInt(STAT + 20)).as("links").isEqualTo(2);
    assertThat(guest.stat(24)).as("size").isEqualTo(5);
    assertThat(guest.stat(40)).as("modified").isEqualTo(FakeClock.REALTIME);
    assertThat(guest.stat(48)).as("changed").isEqualTo(FakeClock.REALTIME);
    assertThat(guest.stat(56)).as("behind it").isEqualTo(0x7f7f7f7f7f7f7f7fL);
  }

  @Test
  void aClockSubscriptionHasAnIdentifier() throws Exception {
    subscription(0, 77, 1, 5_000);
    subscription(1, 78, 9, 1);
    guest.ok("poll_oneoff", BUFFER, BUFFER + 0x200, 2, RESULT);
    assertThat(guest.result()).isEqualTo(1);
    assertThat(guest.memory.getLong(BUFFER + 0x200)).isEqualTo(78);
    assertThat(guest.memory.getInt(BUFFER + 0x208)).isEqualTo(Errno.INVAL.code());

    long before = guest.clock.monotonic();
    guest.ok("poll_oneoff", BUFFER, BUFFER + 0x200, 1, RESULT);
    assertThat(guest.memory.getLong(BUFFER + 0x200)).isEqualTo(77);
    assertThat(guest.clock.monotonic() - before).isEqualTo(5_000);
  }

  private void subscription(int index, long userdata, int clock, long timeout) {
    int address = BUFFER + 56 * index;
    guest.memory.putLong(address, userdata);
    guest.memory.putLong(address + 8, 0);
    guest.memory.putLong(address + 16, -1);
    guest.memory.putInt(address + 24, clock);
    guest.memory.putLong(address + 32, timeout);
    guest.memory.putLong(address + 40, -1);
    guest.memory.putLong(address + 48, 0);
  }

  @Test
  void allElseIsTheSame() throws Exception {
    guest.file("file", "content");
    assertThat(guest.content("file")).isEqualTo("content");
    assertThat(guest.wasi.find(WasiPreview1.OLD_MODULE, "sock_accept")).isNull();
    assertThat(guest.wasi.find("wasi_snapshot_preview2", "fd_write")).isNull();
  }

  @Test
  void aGuestOfAnOldCompilerRunsOnEachEngine() throws Exception {
    byte[] module =
        Wat.module(
            """
            (module
              (import "wasi_unstable" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
              (memory (export "memory") 1)
              (data (i32.const 0) "\\10\\00\\00\\00\\04\\00\\00\\00")
              (data (i32.const 16) "old\\n")
              (func (export "_start")
                (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 32)))))
            """);
    for (EngineAdapter engine : List.of(new GraalAdapter(), new EndiveAdapter(null))) {
      try (engine;
          GuestInstance instance =
              engine.compile("old", module).instantiate(guest.wasi, "memory")) {
        instance.call("_start");
      }
    }
    assertThat(guest.out.toString(UTF_8)).isEqualTo("old\n".repeat(2));
  }
}
