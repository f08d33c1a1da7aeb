// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.server;

import io.wasmwhisk.cli.bench.process.AttachedJvm;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** What the attacked server's JVM is like after a collection, and which guests are busy in it. */
final class ProcessVitals {
  private static final int MEGABYTE_BITS = 20;
  private static final Duration WATCHED = Duration.ofMillis(300);

  /** How the engine calls guests' threads. */
  private static final String GUEST = "wasm-guest-";

  private final MemoryMXBean memory;
  private final ThreadMXBean threads;

  /** Attaches ({@link AttachedJvm}), for as long as the process, which is one of ours, lives. */
  ProcessVitals(long pid) throws IOException {
    AttachedJvm jvm = new AttachedJvm(pid);
    memory = jvm.bean(ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
    threads = jvm.bean(ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
  }

  Vitals afterCollection() throws IOException {
    try {
      memory.gc();
      return new Vitals(
          memory.getHeapMemoryUsage().getUsed() >> MEGABYTE_BITS,
          threads.getThreadCount(),
          busyGuests());
    } catch (UndeclaredThrowableException e) {
      throw new IOException("the server's process does not answer: " + e.getCause(), e);
    }
  }

  /** No neighbour computes for so long. */
  private int busyGuests() {
    Map<Long, Long> before = guestNanos();
    LockSupport.parkNanos(WATCHED.toNanos());
    Map<Long, Long> after = guestNanos();
    long busy = WATCHED.toNanos() / 2;
    return (int)
        after.entrySet().stream()
            .filter(
                each ->
                    each.getValue() - before.getOrDefault(each.getKey(), each.getValue()) > busy)
            .count();
  }

  /** CPU time of each guest's thread by the thread's id. */
  private Map<Long, Long> guestNanos() {
    Map<Long, Long> nanos = new HashMap<>();
    for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().startsWith(GUEST)) {
        nanos.put(thread.getThreadId(), threads.getThreadCpuTime(thread.getThreadId()));
      }
    }
    return nanos;
  }
}
