// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine;

import io.wasmwhisk.engine.binary.Limits;
import io.wasmwhisk.engine.binary.ModuleInfo;
import io.wasmwhisk.engine.binary.Table;
import io.wasmwhisk.engine.limits.memory.MemoryAccount;
import io.wasmwhisk.engine.schedule.Claim;
import java.util.stream.Stream;

/**
 * The heap that an instance of a module takes when it begins.
 *
 * @param guestBytes its memories and tables
 * @param hostBytes what the engine needs beside them
 */
record InstanceSize(long guestBytes, long hostBytes) {
  /** An empty instance, its Context and its thread's share. */
  private static final long INSTANCE_BYTES = 32 << 10;

  private static final long FUNCTION_BYTES = 64;
  private static final long GLOBAL_BYTES = 64;

  /** A reference; half of it in heaps below 32 GB. */
  private static final long ELEMENT_BYTES = 8;

  static InstanceSize of(ModuleInfo module) {
    long pages = sum(module.memories().stream());
    long elements = sum(module.tables().stream().map(Table::limits));
    return new InstanceSize(
        pages * Limits.PAGE_BYTES + elements * ELEMENT_BYTES,
        INSTANCE_BYTES + module.functions() * FUNCTION_BYTES + module.globals() * GLOBAL_BYTES);
  }

  /** Of minima that no activation can have, since their products must not overflow. */
  private static long sum(Stream<Limits> sizes) {
    return sizes.mapToLong(size -> Math.min(size.minimum(), Integer.MAX_VALUE)).sum();
  }

  /** Takes it, and waits for it without a turn; false when there is none to be had. */
  boolean take(MemoryAccount account, Claim claim) throws InterruptedException {
    return account.instantiate(guestBytes, hostBytes, wait -> claim.away(wait::await));
  }
}
