// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import io.wasmwhisk.engine.binary.Footprint;
import io.wasmwhisk.engine.binary.ModuleInfo;
import io.wasmwhisk.engine.limits.memory.MemoryAccount;
import io.wasmwhisk.engine.schedule.Claim;

/**
 * The heap that an instance of a module takes when it begins.
 *
 * @param guestBytes its memories and tables
 * @param hostBytes what the engine needs beside them
 */
record InstanceSize(long guestBytes, long hostBytes) {
  static InstanceSize of(ModuleInfo module) {
    Footprint footprint = module.footprint();
    return new InstanceSize(footprint.guestBytes(), footprint.hostBytes());
  }

  long bytes() {
    return guestBytes + hostBytes;
  }

  /** Takes it, and waits for it without a turn; false when there is none to be had. */
  boolean take(MemoryAccount account, Claim claim) throws InterruptedException {
    return account.instantiate(guestBytes, hostBytes, wait -> claim.away(wait::await));
  }
}
