// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.process;

import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.runtime.GuestMemory;
import io.wasmwhisk.engine.wasi.abi.Errno;
import io.wasmwhisk.engine.wasi.abi.GuestProcess;

/** sock_accept, sock_recv, sock_send, sock_shutdown. */
public final class SocketCalls {
  private SocketCalls() {}

  /** Whatever a guest has open, it is no socket: nobody can give it one. */
  public static Errno refuse(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException {
    process.descriptor(arguments[0]);
    return Errno.NOTSOCK;
  }
}
