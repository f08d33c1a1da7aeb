// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.process;

import io.wasmwhisk.engine.runtime.GuestMemory;
import io.wasmwhisk.engine.wasi.abi.Errno;

/**
 * Something a guest waited for ({@code event}).
 *
 * @param userdata what the guest recognises it by
 * @param error why it cannot happen, {@link Errno#SUCCESS} when it did
 * @param type {@code eventtype}
 * @param bytes how many can be read or written
 * @param hangup whether nothing will follow
 */
record Event(long userdata, Errno error, int type, long bytes, boolean hangup) {
  static final int BYTES = 32;
  static final int CLOCK = 0;
  static final int FD_READ = 1;
  static final int FD_WRITE = 2;

  static Event of(Subscription subscription, Errno error) {
    int type =
        switch (subscription) {
          case Subscription.Clock clock -> CLOCK;
          case Subscription.Ready ready -> ready.forWriting() ? FD_WRITE : FD_READ;
        };
    return new Event(subscription.userdata(), error, type, 0, false);
  }

  Event withBytes(long count, boolean ended) {
    return new Event(userdata, error, type, count, ended);
  }

  void store(GuestMemory memory, long address) {
    memory.putLong(address, userdata);
    memory.putLong(address + 8, error.code() | type << 16);
    memory.putLong(address + 16, bytes);
    memory.putLong(address + 24, hangup ? 1 : 0);
  }
}
