// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.process;

import io.wasmwhisk.engine.runtime.GuestExit;
import io.wasmwhisk.engine.runtime.GuestMemory;
import io.wasmwhisk.engine.wasi.abi.Errno;
import io.wasmwhisk.engine.wasi.abi.Guest;
import io.wasmwhisk.engine.wasi.abi.GuestProcess;

/** proc_exit, proc_raise, sched_yield, random_get. */
public final class ProcessCalls {
  private static final int SIGNALS = 31;
  private static final int NONE = 0;
  private static final int CHILD = 16;
  private static final int CONTINUE = 17;
  private static final int URGENT = 22;
  private static final int WINDOW_CHANGE = 27;

  private ProcessCalls() {}

  /** {@code proc_exit(rval: exitcode)}; does not return. */
  @SuppressWarnings("DoNotCallSuggester") // it is called, through the table of definitions
  public static Errno exit(GuestProcess process, GuestMemory memory, long[] arguments) {
    throw new GuestExit((int) arguments[0]);
  }

  /**
   * {@code proc_raise(sig: signal)}: nobody can have installed a handler, so each signal does what
   * POSIX calls its default action. One that ends the process ends it as a shell reports it, with
   * 128 and the signal's number.
   */
  public static Errno raise(GuestProcess process, GuestMemory memory, long[] arguments) {
    int signal = (int) arguments[0];
    if (signal < 0 || signal >= SIGNALS) {
      return Errno.INVAL;
    }
    return switch (signal) {
      case NONE, CHILD, CONTINUE, URGENT, WINDOW_CHANGE -> Errno.SUCCESS;
      default -> throw new GuestExit(128 + signal);
    };
  }

  /** {@code sched_yield()}. */
  @SuppressWarnings("ThreadPriorityCheck") // a hint to the scheduler is what the guest asks for
  public static Errno schedYield(GuestProcess process, GuestMemory memory, long[] arguments) {
    Thread.yield();
    return Errno.SUCCESS;
  }

  /** {@code random_get(buf: pointer, buf_len: size)}. */
  public static Errno random(GuestProcess process, GuestMemory memory, long[] arguments)
      throws InterruptedException {
    long address = Guest.u32(arguments[0]);
    long left = Guest.u32(arguments[1]);
    Guest.check(memory, address, left);
    while (left > 0) {
      byte[] chunk = new byte[(int) Math.min(left, GuestProcess.MAX_CHUNK)];
      process.random().fill(chunk);
      memory.write(address, chunk);
      address += chunk.length;
      left -= chunk.length;
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    return Errno.SUCCESS;
  }
}
