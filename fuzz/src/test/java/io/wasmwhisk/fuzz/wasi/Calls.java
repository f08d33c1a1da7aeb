// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.fuzz.wasi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.wasmwhisk.engine.runtime.HostFunction;
import io.wasmwhisk.engine.runtime.ValueType;
import io.wasmwhisk.engine.wasi.WasiPreview1;
import io.wasmwhisk.fuzz.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Calls that a guest makes, with arguments that often mean something: descriptors that are open,
 * paths that lie in its memory. The first page holds paths, the second one buffers.
 */
final class Calls {
  private static final List<String> NAMES =
      List.of(
          "args_get",
          "args_sizes_get",
          "environ_get",
          "environ_sizes_get",
          "clock_res_get",
          "clock_time_get",
          "fd_advise",
          "fd_allocate",
          "fd_close",
          "fd_datasync",
          "fd_fdstat_get",
          "fd_fdstat_set_flags",
          "fd_fdstat_set_rights",
          "fd_filestat_get",
          "fd_filestat_set_size",
          "fd_filestat_set_times",
          "fd_pread",
          "fd_prestat_get",
          "fd_prestat_dir_name",
          "fd_pwrite",
          "fd_read",
          "fd_readdir",
          "fd_renumber",
          "fd_seek",
          "fd_sync",
          "fd_tell",
          "fd_write",
          "path_create_directory",
          "path_filestat_get",
          "path_filestat_set_times",
          "path_link",
          "path_open",
          "path_open",
          "path_open",
          "path_readlink",
          "path_remove_directory",
          "path_rename",
          "path_symlink",
          "path_unlink_file",
          "poll_oneoff",
          "proc_exit",
          "proc_raise",
          "random_get",
          "sched_yield",
          "sock_accept",
          "sock_recv",
          "sock_send",
          "sock_shutdown");

  private static final List<String> PATHS =
      List.of(
          "a",
          "b",
          "a/b",
          "a/../b",
          ".",
          "..",
          "../secret",
          "a/../../secret",
          "/etc/passwd",
          "",
          "link",
          "link/x",
          "up",
          "up/secret",
          "absolute",
          "loop",
          "a//b/",
          "a/.",
          "a/..",
          "./a",
          "\0",
          "a\0b",
          "\u00ff\u00fe",
          "n".repeat(256),
          "a/".repeat(2_100),
          "con",
          "a\\b",
          "../granted/a",
          "proc/self/root",
          "a/b/c/d/e");

  private static final int PAGE = 65_536;
  private static final int VECTORS = PAGE;
  private static final int BUFFERS = PAGE + 1_024;
  private static final List<Integer> ADDRESSES =
      List.of(VECTORS, BUFFERS, BUFFERS + 3, 0, 2 * PAGE - 4, 2 * PAGE, -1, Integer.MIN_VALUE);

  /** What both kinds of file system answer alike, not being asked for sizes and times. */
  private static final List<String> PATH_NAMES =
      List.of(
          "fd_close",
          "fd_fdstat_get",
          "fd_filestat_get",
          "fd_renumber",
          "path_create_directory",
          "path_filestat_get",
          "path_link",
          "path_open",
          "path_open",
          "path_readlink",
          "path_remove_directory",
          "path_rename",
          "path_symlink",
          "path_unlink_file");

  private final Choices choices;
  private List<String> names = NAMES;
  private final List<int[]> paths = new ArrayList<>();

  Calls(byte[] bytes) {
    choices = new Choices(bytes);
  }

  /**
   * A call.
   *
   * @param name the function's
   * @param arguments as it takes them
   */
  record Call(String name, long[] arguments) {}

  /** Writes what the calls refer to. */
  void prepare(ArrayMemory memory) {
    paths.clear();
    int at = 0;
    for (String path : PATHS) {
      byte[] bytes = path.getBytes(ISO_8859_1);
      memory.write(at, bytes);
      paths.add(new int[] {at, bytes.length});
      at += bytes.length;
    }
    for (int i = 0; i < 64; i++) {
      memory.putInt(VECTORS + 8L * i, BUFFERS + 16 * i);
      memory.putInt(VECTORS + 8L * i + 4, i);
    }
  }

  /** Only calls that resolve paths, and those on what they open. */
  Calls ofPathsOnly() {
    names = PATH_NAMES;
    return this;
  }

  /** A call in words, with the paths that it names. */
  String shown(Call call) {
    StringBuilder shown = new StringBuilder(call.name());
    for (int i = 0; i < call.arguments().length; i++) {
      shown.append(' ').append(call.arguments()[i]);
      if (i > 0) {
        shown.append(path(call.arguments()[i - 1], call.arguments()[i]));
      }
    }
    return shown.toString();
  }

  private String path(long address, long length) {
    for (int i = 0; i < paths.size(); i++) {
      if (paths.get(i)[0] == address && paths.get(i)[1] == length) {
        return " '" + PATHS.get(i) + "'";
      }
    }
    return "";
  }

  boolean exhausted() {
    return choices.exhausted();
  }

  Call next(WasiPreview1 wasi) {
    String name = choices.of(names);
    HostFunction function = Objects.requireNonNull(wasi.find(WasiPreview1.MODULE, name), name);
    List<ValueType> types = function.parameters();
    long[] arguments = new long[types.size()];
    for (int i = 0; i < arguments.length; i++) {
      boolean pair = i + 1 < arguments.length && types.get(i + 1) == ValueType.I32;
      if (types.get(i) == ValueType.I64) {
        arguments[i] = number();
      } else if (i > 0 && pair && name.startsWith("path") && choices.below(4) != 0) {
        int[] path = choices.of(paths);
        arguments[i++] = path[0];
        arguments[i] = path[1];
      } else {
        arguments[i] = i == 0 ? descriptor() : argument();
      }
    }
    return new Call(name, arguments);
  }

  private long descriptor() {
    return choices.rarely(30) ? choices.i32() : choices.of(3, 4, 5, 6, 7, 0, 1, 2, -1);
  }

  private long argument() {
    return switch (choices.below(5)) {
      case 0, 1 -> choices.of(ADDRESSES);
      case 2 -> choices.below(9);
      case 3 -> choices.octet();
      default -> choices.i32();
    };
  }

  private long number() {
    return switch (choices.below(4)) {
      case 0 -> -1;
      case 1 -> choices.octet();
      case 2 -> choices.i32() & 0xffff_ffffL;
      default -> choices.i64();
    };
  }
}
