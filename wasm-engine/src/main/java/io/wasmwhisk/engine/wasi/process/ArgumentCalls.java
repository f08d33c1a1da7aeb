// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.process;

import io.wasmwhisk.engine.runtime.GuestMemory;
import io.wasmwhisk.engine.wasi.abi.Errno;
import io.wasmwhisk.engine.wasi.abi.Guest;
import io.wasmwhisk.engine.wasi.abi.GuestProcess;
import java.util.List;

/** args_get, args_sizes_get, environ_get, environ_sizes_get: lists of NUL-terminated texts. */
public final class ArgumentCalls {
  private ArgumentCalls() {}

  /** {@code args_get(argv: pointer, argv_buf: pointer)}. */
  public static Errno argsGet(GuestProcess process, GuestMemory memory, long[] arguments)
      throws InterruptedException {
    return get(process.arguments(), memory, arguments);
  }

  /** {@code args_sizes_get(argc: out u32, argv_buf_size: out u32)}. */
  public static Errno argsSizesGet(GuestProcess process, GuestMemory memory, long[] arguments) {
    return sizes(process.arguments(), memory, arguments);
  }

  /** {@code environ_get(environ: pointer, environ_buf: pointer)}. */
  public static Errno environGet(GuestProcess process, GuestMemory memory, long[] arguments)
      throws InterruptedException {
    return get(process.environment(), memory, arguments);
  }

  /** {@code environ_sizes_get(count: out u32, environ_buf_size: out u32)}. */
  public static Errno environSizesGet(GuestProcess process, GuestMemory memory, long[] arguments) {
    return sizes(process.environment(), memory, arguments);
  }

  private static Errno get(List<byte[]> texts, GuestMemory memory, long[] arguments)
      throws InterruptedException {
    long pointers = Guest.u32(arguments[0]);
    long buffer = Guest.u32(arguments[1]);
    for (byte[] text : texts) {
      memory.putInt(pointers, (int) buffer);
      memory.write(buffer, text);
      memory.putByte(buffer + text.length, (byte) 0);
      pointers += 4;
      buffer += text.length + 1;
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    return Errno.SUCCESS;
  }

  private static Errno sizes(List<byte[]> texts, GuestMemory memory, long[] arguments) {
    memory.putInt(Guest.u32(arguments[0]), texts.size());
    memory.putInt(Guest.u32(arguments[1]), texts.stream().mapToInt(text -> text.length + 1).sum());
    return Errno.SUCCESS;
  }
}
