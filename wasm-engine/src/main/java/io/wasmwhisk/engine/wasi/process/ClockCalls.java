// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.process;

import io.wasmwhisk.engine.files.tree.FileError;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.runtime.GuestMemory;
import io.wasmwhisk.engine.wasi.abi.Errno;
import io.wasmwhisk.engine.wasi.abi.Guest;
import io.wasmwhisk.engine.wasi.abi.GuestProcess;

/** clock_res_get, clock_time_get. */
public final class ClockCalls {
  static final int REALTIME = 0;
  static final int MONOTONIC = 1;
  static final int PROCESS_CPUTIME = 2;
  static final int THREAD_CPUTIME = 3;

  private ClockCalls() {}

  /** {@code clock_res_get(id: clockid, resolution: out timestamp)}. */
  public static Errno resGet(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException {
    now(process, (int) arguments[0]);
    memory.putLong(Guest.u32(arguments[1]), process.clock().resolution());
    return Errno.SUCCESS;
  }

  /** {@code clock_time_get(id: clockid, precision: timestamp, time: out timestamp)}. */
  public static Errno timeGet(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException {
    memory.putLong(Guest.u32(arguments[2]), now(process, (int) arguments[0]));
    return Errno.SUCCESS;
  }

  /** What a clock shows. A guest is one thread, so its process has used what its thread has. */
  static long now(GuestProcess process, int clock) throws FileException {
    return switch (clock) {
      case REALTIME -> process.clock().realtime();
      case MONOTONIC -> process.clock().monotonic();
      case PROCESS_CPUTIME, THREAD_CPUTIME -> process.cpu();
      default -> throw new FileException(FileError.INVALID);
    };
  }
}
