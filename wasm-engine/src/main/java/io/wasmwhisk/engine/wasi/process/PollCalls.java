// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.process;

import io.wasmwhisk.engine.wasi.abi.Errno;
import io.wasmwhisk.engine.wasi.abi.Guest;
import io.wasmwhisk.engine.wasi.abi.Snapshot;
import io.wasmwhisk.engine.wasi.abi.WasiCall;
import java.util.ArrayList;
import java.util.List;

/** poll_oneoff. */
public final class PollCalls {
  /** What one call may wait for: both directions of every descriptor, and clocks. */
  static final int MAX_SUBSCRIPTIONS = 4096;

  private PollCalls() {}

  /**
   * {@code poll_oneoff(in: pointer, out: pointer, nsubscriptions: size, nevents: out size)}: waits
   * until at least one event can be told, and tells all that can be told then.
   */
  public static WasiCall oneoff(Snapshot snapshot) {
    return (process, memory, arguments) -> {
      long in = Guest.u32(arguments[0]);
      long out = Guest.u32(arguments[1]);
      long count = Guest.u32(arguments[2]);
      if (count == 0 || count > MAX_SUBSCRIPTIONS) {
        return Errno.INVAL;
      }
      Guest.check(memory, in, count * snapshot.subscriptionBytes());
      Guest.check(memory, out, count * Event.BYTES);
      Guest.check(memory, Guest.u32(arguments[3]), 4);
      List<Subscription> subscriptions = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        subscriptions.add(
            Subscription.read(snapshot, memory, in + (long) i * snapshot.subscriptionBytes()));
      }
      List<Event> events = new Poll(process, subscriptions).await();
      for (int i = 0; i < events.size(); i++) {
        events.get(i).store(memory, out + (long) i * Event.BYTES);
      }
      memory.putInt(Guest.u32(arguments[3]), events.size());
      return Errno.SUCCESS;
    };
  }
}
