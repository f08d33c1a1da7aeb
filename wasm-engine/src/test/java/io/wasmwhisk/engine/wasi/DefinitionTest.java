// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.runtime.GuestExit;
import io.wasmwhisk.engine.runtime.HostFunction;
import io.wasmwhisk.engine.runtime.ValueType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DefinitionTest {
  /** Parameter types by function, as a module imports them (WASI's typenames.witx, lowered). */
  private static final Map<String, String> SPECIFIED =
      Arrays.stream(
              """
              args_get I32 I32
              args_sizes_get I32 I32
              environ_get I32 I32
              environ_sizes_get I32 I32
              clock_res_get I32 I32
              clock_time_get I32 I64 I32
              fd_advise I32 I64 I64 I32
              fd_allocate I32 I64 I64
              fd_close I32
              fd_datasync I32
              fd_fdstat_get I32 I32
              fd_fdstat_set_flags I32 I32
              fd_fdstat_set_rights I32 I64 I64
              fd_filestat_get I32 I32
              fd_filestat_set_size I32 I64
              fd_filestat_set_times I32 I64 I64 I32
              fd_pread I32 I32 I32 I64 I32
              fd_prestat_get I32 I32
              fd_prestat_dir_name I32 I32 I32
              fd_pwrite I32 I32 I32 I64 I32
              fd_read I32 I32 I32 I32
              fd_readdir I32 I32 I32 I64 I32
              fd_renumber I32 I32
              fd_seek I32 I64 I32 I32
              fd_sync I32
              fd_tell I32 I32
              fd_write I32 I32 I32 I32
              path_create_directory I32 I32 I32
              path_filestat_get I32 I32 I32 I32 I32
              path_filestat_set_times I32 I32 I32 I32 I64 I64 I32
              path_link I32 I32 I32 I32 I32 I32 I32
              path_open I32 I32 I32 I32 I32 I64 I64 I32 I32
              path_readlink I32 I32 I32 I32 I32 I32
              path_remove_directory I32 I32 I32
              path_rename I32 I32 I32 I32 I32 I32
              path_symlink I32 I32 I32 I32 I32
              path_unlink_file I32 I32 I32
              poll_oneoff I32 I32 I32 I32
              proc_exit I32
              proc_raise I32
              random_get I32 I32
              sched_yield
              sock_accept I32 I32 I32
              sock_recv I32 I32 I32 I32 I32 I32
              sock_send I32 I32 I32 I32 I32
              sock_shutdown I32 I32
              """
                  .split("\n"))
          .map(line -> line.split(" ", 2))
          .collect(Collectors.toMap(line -> line[0], line -> line.length == 1 ? "" : line[1]));

  @Test
  void everyFunctionHasItsType() {
    assertThat(SPECIFIED).hasSize(46);
    SPECIFIED.forEach(
        (name, parameters) -> {
          HostFunction function = function(new TestGuest(), name);
          assertThat(function.module()).isEqualTo("wasi_snapshot_preview1");
          assertThat(function.name()).isEqualTo(name);
          assertThat(
                  function.parameters().stream()
                      .map(ValueType::name)
                      .collect(Collectors.joining(" ")))
              .as(name)
              .isEqualTo(parameters);
          assertThat(function.results())
              .as(name)
              .isEqualTo(name.equals("proc_exit") ? List.of() : List.of(ValueType.I32));
        });
  }

  @Test
  void otherNamesAreNotFound() {
    WasiPreview1 wasi = new TestGuest().wasi;
    assertThat(wasi.find("wasi_snapshot_preview1", "fd_open")).isNull();
    assertThat(wasi.find("wasi_unstable", "fd_open")).isNull();
    assertThat(wasi.find("wasi_snapshot_preview2", "fd_write")).isNull();
    assertThat(wasi.find("env", "fd_write")).isNull();
  }

  /** Whatever a guest passes, a call answers with an error number or ends the guest. */
  @Test
  void noArgumentsBreakACall() throws Exception {
    Random random = new Random(42);
    for (String name : SPECIFIED.keySet().stream().sorted().toList()) {
      for (int round = 0; round < 400; round++) {
        TestGuest guest = TestGuest.withMemoryDirectory();
        fill(guest, random);
        HostFunction function = function(guest, name);
        long[] arguments =
            function.parameters().stream().mapToLong(type -> argument(random)).toArray();
        assertThat(outcome(guest, function, arguments))
            .as(() -> name + Arrays.toString(arguments))
            .isBetween(0L, 76L);
      }
    }
  }

  private static long outcome(TestGuest guest, HostFunction function, long[] arguments)
      throws InterruptedException {
    try {
      return function.body().call(guest.memory, arguments);
    } catch (GuestExit e) {
      return 0;
    }
  }

  private static void fill(TestGuest guest, Random random) {
    for (int i = 0; i < 2_000; i++) {
      guest.memory.putInt(random.nextInt(ArrayMemory.SIZE / 4) * 4L, (int) argument(random));
    }
    guest.put(0x400, "file");
  }

  /** Small numbers, which are descriptors and flags, addresses, and numbers at the edges. */
  private static long argument(Random random) {
    return switch (random.nextInt(6)) {
      case 0, 1 -> random.nextInt(6);
      case 2 -> random.nextInt(ArrayMemory.SIZE);
      case 3 -> 0x400;
      case 4 -> -1L - random.nextInt(9);
      default -> random.nextLong();
    };
  }

  private static HostFunction function(TestGuest guest, String name) {
    return Objects.requireNonNull(guest.wasi.find(WasiPreview1.MODULE, name), name);
  }
}
