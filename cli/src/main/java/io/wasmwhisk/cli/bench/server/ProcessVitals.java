// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.server;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
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
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Another JVM of this user, seen through the attach interface of the JDK. */
final class ProcessVitals {
  private static final int MEGABYTE_BITS = 20;
  private static final Duration WATCHED = Duration.ofMillis(300);

  /** How the engine calls guests' threads. */
  private static final String GUEST = "wasm-guest-";

  /** Who looks at a process that is gone sees it without being told on stderr. */
  private static final Map<String, Long> UNCHECKED =
      Map.of("jmx.remote.x.client.connection.check.period", 0L);

  private final MemoryMXBean memory;
  private final ThreadMXBean threads;

  /**
   * Attaches to the process and leaves a management agent in it. No name is looked up: the address
   * is what the process, which is one of ours, gave.
   */
  @SuppressWarnings("BanJNDI")
  ProcessVitals(long pid) throws IOException {
    VirtualMachine machine = attach(pid);
    try {
      JMXConnector connector =
          JMXConnectorFactory.connect(
              new JMXServiceURL(machine.startLocalManagementAgent()), UNCHECKED);
      MBeanServerConnection connection = connector.getMBeanServerConnection();
      memory =
          ManagementFactory.newPlatformMXBeanProxy(
              connection, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
      threads =
          ManagementFactory.newPlatformMXBeanProxy(
              connection, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
    } finally {
      machine.detach();
    }
  }

  private static VirtualMachine attach(long pid) throws IOException {
    try {
      return VirtualMachine.attach(Long.toString(pid));
    } catch (AttachNotSupportedException e) {
      throw new IOException("cannot look into process " + pid + ": " + e.getMessage(), e);
    }
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
