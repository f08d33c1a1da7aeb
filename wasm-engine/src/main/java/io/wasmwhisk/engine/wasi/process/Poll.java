// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.wasi.process;

import io.wasmwhisk.engine.files.Descriptor;
import io.wasmwhisk.engine.files.tree.FileException;
import io.wasmwhisk.engine.wasi.abi.Errno;
import io.wasmwhisk.engine.wasi.abi.GuestProcess;
import io.wasmwhisk.engine.wasi.abi.Rights;
import io.wasmwhisk.engine.wasi.abi.WasiClock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One wait for several things. */
final class Poll {
  private static final int ABSTIME = 1;
  private static final long NEVER = Long.MAX_VALUE;

  private final GuestProcess process;
  private final WasiClock clock;
  private final List<Subscription> subscriptions;
  private final long[] deadlines;
  private final List<Event> events = new ArrayList<>();

  /** The one descriptor that can make a guest wait: standard input. */
  private @Nullable Descriptor awaited;

  Poll(GuestProcess process, List<Subscription> subscriptions) {
    this.process = process;
    this.clock = process.clock();
    this.subscriptions = subscriptions;
    this.deadlines = new long[subscriptions.size()];
  }

  /** Waits for the first event; returns it and all others of the same moment. */
  List<Event> await() throws InterruptedException {
    long earliest = setDeadlines();
    collect();
    while (events.isEmpty()) {
      long nanos = earliest == NEVER ? NEVER : earliest - clock.monotonic();
      if (awaited == null) {
        clock.await(nanos);
      } else {
        awaited.awaitReadable(nanos);
      }
      collect();
    }
    return events;
  }

  /** Turns every clock subscription into a moment of the monotonic clock; returns the first. */
  private long setDeadlines() {
    long earliest = NEVER;
    for (int i = 0; i < deadlines.length; i++) {
      deadlines[i] = NEVER;
      if (subscriptions.get(i) instanceof Subscription.Clock moment) {
        Errno error = error(moment);
        if (error == Errno.SUCCESS) {
          deadlines[i] = deadline(moment);
          earliest = Math.min(earliest, deadlines[i]);
        } else {
          events.add(Event.of(moment, error));
        }
      }
    }
    return earliest;
  }

  private static Errno error(Subscription.Clock moment) {
    if ((moment.flags() & ~ABSTIME) != 0) {
      return Errno.INVAL;
    }
    return switch (moment.clock()) {
      case ClockCalls.REALTIME, ClockCalls.MONOTONIC -> Errno.SUCCESS;
      // A thread that waits uses no processor time, so it would wait for ever.
      case ClockCalls.PROCESS_CPUTIME, ClockCalls.THREAD_CPUTIME -> Errno.NOTSUP;
      default -> Errno.INVAL;
    };
  }

  private long deadline(Subscription.Clock moment) {
    long timeout = moment.timeout() < 0 ? NEVER : moment.timeout();
    long now = clock.monotonic();
    if ((moment.flags() & ABSTIME) == 0) {
      return timeout > NEVER - now ? NEVER : now + timeout;
    }
    if (moment.clock() == ClockCalls.MONOTONIC) {
      return timeout;
    }
    long distance = Math.max(0, timeout - clock.realtime());
    return distance > NEVER - now ? NEVER : now + distance;
  }

  private void collect() {
    long now = clock.monotonic();
    for (int i = 0; i < deadlines.length; i++) {
      switch (subscriptions.get(i)) {
        case Subscription.Clock moment -> {
          if (deadlines[i] != NEVER && deadlines[i] <= now) {
            events.add(Event.of(moment, Errno.SUCCESS));
          }
        }
        case Subscription.Ready ready -> collect(ready);
      }
    }
  }

  private void collect(Subscription.Ready ready) {
    Event event = Event.of(ready, Errno.SUCCESS);
    try {
      long right = ready.forWriting() ? Rights.FD_WRITE : Rights.FD_READ;
      Descriptor descriptor = process.descriptor(ready.fd(), Rights.POLL_FD_READWRITE | right);
      long bytes = ready.forWriting() ? GuestProcess.MAX_CHUNK : descriptor.readable();
      if (bytes == 0) {
        awaited = descriptor;
      } else {
        events.add(event.withBytes(Math.max(0, bytes), bytes < 0));
      }
    } catch (FileException e) {
      events.add(Event.of(ready, Errno.of(e.error())));
    }
  }
}
