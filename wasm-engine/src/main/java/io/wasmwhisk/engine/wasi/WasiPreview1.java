// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi;

import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.runtime.GuestMemory;
import io.wasmwhisk.engine.runtime.HostFunction;
import io.wasmwhisk.engine.runtime.Imports;
import io.wasmwhisk.engine.runtime.MemoryAccessException;
import io.wasmwhisk.engine.wasi.abi.Errno;
import io.wasmwhisk.engine.wasi.abi.GuestProcess;
import io.wasmwhisk.engine.wasi.abi.Snapshot;
import io.wasmwhisk.engine.wasi.abi.WasiCall;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * WASI preview 1 for one activation: the 46 functions of the module {@code wasi_snapshot_preview1}
 * (WASI repository, {@code legacy/preview1/docs.md}), and the 45 of its forerunner {@code
 * wasi_unstable}. What a guest asks for in vain is an error number to it; a call ends the guest
 * only through {@code proc_exit} and {@code proc_raise}, or when it is interrupted.
 *
 * <p>Made per activation, so making one costs next to nothing: functions are bound when a module
 * imports them. Used by one guest's thread.
 */
public final class WasiPreview1 implements Imports {

  /** The module name that guests import from. */
  public static final String MODULE = Snapshot.PREVIEW_1.module();

  /** The module name that guests of older compilers import from. */
  public static final String OLD_MODULE = Snapshot.UNSTABLE.module();

  private static final String CPU_CLOCK = "clock_time_get";

  private final GuestProcess process;

  /**
   * @param settings what the guest is given
   */
  public WasiPreview1(WasiSettings settings) {
    process =
        new GuestProcess(
            settings.arguments(),
            settings.environment(),
            settings.descriptors(),
            settings.clock(),
            settings.random());
  }

  /**
   * The type of a function as the core specification writes it, {@code (i32, i32) -> (i32)} for
   * instance; empty when there is no such function.
   */
  public static Optional<String> type(String module, String name) {
    return Optional.ofNullable(Definition.of(module, name)).map(Definition::type);
  }

  @Override
  public @Nullable HostFunction find(String module, String name) {
    Definition definition = Definition.of(module, name);
    if (name.equals(CPU_CLOCK)) {
      // An instance is being made for this guest: its processor time begins.
      process.startCpu();
    }
    return definition == null
        ? null
        : new HostFunction(
            module,
            name,
            definition.parameters(),
            definition.results(),
            (memory, arguments) -> call(definition.call(), memory, arguments));
  }

  private long call(WasiCall call, GuestMemory memory, long[] arguments)
      throws InterruptedException {
    try {
      return call.call(process, memory, arguments).code();
    } catch (FileException e) {
      return Errno.of(e.error()).code();
    } catch (MemoryAccessException e) {
      return Errno.FAULT.code();
    }
  }
}
