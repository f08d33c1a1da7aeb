// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.abi;

import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.runtime.GuestMemory;

/** The work of one function of the specification. */
@FunctionalInterface
public interface WasiCall {

  /**
   * @param process what the calls of an activation share
   * @param memory the memory of the instance that calls
   * @param arguments as the specification lists them: addresses and lengths are taken apart by
   *     {@link Guest}
   * @return the error number, {@link Errno#SUCCESS} for none
   * @throws FileException for the error number that {@link Errno#of} gives
   * @throws InterruptedException when the activation was cancelled while the call waited
   */
  Errno call(GuestProcess process, GuestMemory memory, long[] arguments)
      throws FileException, InterruptedException;
}
