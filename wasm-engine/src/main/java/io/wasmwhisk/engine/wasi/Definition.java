// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi;

import static java.util.Map.entry;

import io.wasmwhisk.engine.runtime.ValueType;
import io.wasmwhisk.engine.wasi.abi.Snapshot;
import io.wasmwhisk.engine.wasi.abi.WasiCall;
import io.wasmwhisk.engine.wasi.fd.DescriptorCalls;
import io.wasmwhisk.engine.wasi.fd.DirectoryCalls;
import io.wasmwhisk.engine.wasi.fd.FileCalls;
import io.wasmwhisk.engine.wasi.fd.TransferCalls;
import io.wasmwhisk.engine.wasi.path.EntryCalls;
import io.wasmwhisk.engine.wasi.path.FilestatCalls;
import io.wasmwhisk.engine.wasi.path.LinkCalls;
import io.wasmwhisk.engine.wasi.path.OpenCalls;
import io.wasmwhisk.engine.wasi.process.ArgumentCalls;
import io.wasmwhisk.engine.wasi.process.ClockCalls;
import io.wasmwhisk.engine.wasi.process.PollCalls;
import io.wasmwhisk.engine.wasi.process.ProcessCalls;
import io.wasmwhisk.engine.wasi.process.SocketCalls;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One function of the specification: its type and what does its work.
 *
 * @param parameters parameter types
 * @param results the error number, or nothing for {@code proc_exit}
 * @param call its work
 */
record Definition(List<ValueType> parameters, List<ValueType> results, WasiCall call) {
  private static final List<ValueType> ERRNO = List.of(ValueType.I32);

  private static final String ONLY_IN_PREVIEW_1 = "sock_accept";

  /** Made once for all activations. */
  private static final Map<Snapshot, Map<String, Definition>> DEFINITIONS =
      new EnumMap<>(
          Map.of(
              Snapshot.UNSTABLE, all(Snapshot.UNSTABLE),
              Snapshot.PREVIEW_1, all(Snapshot.PREVIEW_1)));

  /** The definition of an import, or null when there is none. */
  static @Nullable Definition of(String module, String name) {
    Snapshot snapshot = Snapshot.of(module);
    return snapshot == null || (snapshot == Snapshot.UNSTABLE && name.equals(ONLY_IN_PREVIEW_1))
        ? null
        : Objects.requireNonNull(DEFINITIONS.get(snapshot)).get(name);
  }

  /** The function's type as the core specification writes it. */
  String type() {
    return words(parameters) + " -> " + words(results);
  }

  private static String words(List<ValueType> types) {
    return types.stream()
        .map(type -> type.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static Definition define(String parameters, WasiCall call) {
    return define(parameters, ERRNO, call);
  }

  private static Definition define(String parameters, List<ValueType> results, WasiCall call) {
    List<ValueType> types =
        parameters.chars().mapToObj(c -> c == 'l' ? ValueType.I64 : ValueType.I32).toList();
    return new Definition(types, results, call);
  }

  /** In a type, {@code i} is an i32 and {@code l} an i64. */
  private static Map<String, Definition> all(Snapshot snapshot) {
    return Map.ofEntries(
        entry("args_get", define("ii", ArgumentCalls::argsGet)),
        entry("args_sizes_get", define("ii", ArgumentCalls::argsSizesGet)),
        entry("environ_get", define("ii", ArgumentCalls::environGet)),
        entry("environ_sizes_get", define("ii", ArgumentCalls::environSizesGet)),
        entry("clock_res_get", define("ii", ClockCalls::resGet)),
        entry("clock_time_get", define("ili", ClockCalls::timeGet)),
        entry("fd_advise", define("illi", FileCalls::advise)),
        entry("fd_allocate", define("ill", FileCalls::allocate)),
        entry("fd_close", define("i", DescriptorCalls::close)),
        entry("fd_datasync", define("i", FileCalls::datasync)),
        entry("fd_fdstat_get", define("ii", DescriptorCalls::fdstatGet)),
        entry("fd_fdstat_set_flags", define("ii", DescriptorCalls::fdstatSetFlags)),
        entry("fd_fdstat_set_rights", define("ill", DescriptorCalls::fdstatSetRights)),
        entry("fd_filestat_get", define("ii", FileCalls.filestatGet(snapshot))),
        entry("fd_filestat_set_size", define("il", FileCalls::filestatSetSize)),
        entry("fd_filestat_set_times", define("illi", FileCalls::filestatSetTimes)),
        entry("fd_pread", define("iiili", TransferCalls::pread)),
        entry("fd_prestat_get", define("ii", DirectoryCalls::prestatGet)),
        entry("fd_prestat_dir_name", define("iii", DirectoryCalls::prestatDirName)),
        entry("fd_pwrite", define("iiili", TransferCalls::pwrite)),
        entry("fd_read", define("iiii", TransferCalls::read)),
        entry("fd_readdir", define("iiili", DirectoryCalls::readdir)),
        entry("fd_renumber", define("ii", DescriptorCalls::renumber)),
        entry("fd_seek", define("ilii", TransferCalls.seek(snapshot))),
        entry("fd_sync", define("i", FileCalls::sync)),
        entry("fd_tell", define("ii", TransferCalls::tell)),
        entry("fd_write", define("iiii", TransferCalls::write)),
        entry("path_create_directory", define("iii", EntryCalls::createDirectory)),
        entry("path_filestat_get", define("iiiii", FilestatCalls.get(snapshot))),
        entry("path_filestat_set_times", define("iiiilli", FilestatCalls::setTimes)),
        entry("path_link", define("iiiiiii", LinkCalls::link)),
        entry("path_open", define("iiiiillii", OpenCalls::open)),
        entry("path_readlink", define("iiiiii", LinkCalls::readlink)),
        entry("path_remove_directory", define("iii", EntryCalls::removeDirectory)),
        entry("path_rename", define("iiiiii", EntryCalls::rename)),
        entry("path_symlink", define("iiiii", LinkCalls::symlink)),
        entry("path_unlink_file", define("iii", EntryCalls::unlinkFile)),
        entry("poll_oneoff", define("iiii", PollCalls.oneoff(snapshot))),
        entry("proc_exit", define("i", List.of(), ProcessCalls::exit)),
        entry("proc_raise", define("i", ProcessCalls::raise)),
        entry("sched_yield", define("", ProcessCalls::schedYield)),
        entry("random_get", define("ii", ProcessCalls::random)),
        entry("sock_accept", define("iii", SocketCalls::refuse)),
        entry("sock_recv", define("iiiiii", SocketCalls::refuse)),
        entry("sock_send", define("iiiii", SocketCalls::refuse)),
        entry("sock_shutdown", define("ii", SocketCalls::refuse)));
  }
}
