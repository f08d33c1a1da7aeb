// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.process;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.RuntimeMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A server's JVM, by its process id: through the JDK's attach interface, and through /proc. */
public final class ServerProcess implements AutoCloseable {
  private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";
  private static final String RESIDENT = "VmRSS:";
  private static final int KIB = 1024;
  private static final Map<String, Long> UNCHECKED =
      Map.of("jmx.remote.x.client.connection.check.period", 0L);

  private final Path directory;
  private final JMXConnector connector;
  private final MBeanServerConnection connection;
  private final ThreadMXBean threads;
  private final MemoryMXBean memory;

  /**
   * Attaches, and leaves a management agent in the process, which has threads and descriptors of
   * its own from then on. No name is looked up: the address is what the process gave.
   *
   * @throws IOException where there is no such process of this user's
   */
  @SuppressWarnings("BanJNDI")
  public ServerProcess(long pid) throws IOException {
    directory = Path.of("/proc", Long.toString(pid));
    VirtualMachine machine = attach(pid);
    try {
      connector =
          JMXConnectorFactory.connect(
              new JMXServiceURL(machine.startLocalManagementAgent()), UNCHECKED);
    } finally {
      machine.detach();
    }
    connection = connector.getMBeanServerConnection();
    threads = bean(ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
    memory = bean(ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
  }

  private static VirtualMachine attach(long pid) throws IOException {
    try {
      return VirtualMachine.attach(Long.toString(pid));
    } catch (AttachNotSupportedException e) {
      throw new IOException("cannot look into process " + pid + ": " + e.getMessage(), e);
    }
  }

  private <T extends java.lang.management.PlatformManagedObject> T bean(String name, Class<T> type)
      throws IOException {
    return ManagementFactory.newPlatformMXBeanProxy(connection, name, type);
  }

  /** Its name and version. */
  public String jvm() throws IOException {
    RuntimeMXBean runtime = bean(ManagementFactory.RUNTIME_MXBEAN_NAME, RuntimeMXBean.class);
    return runtime.getVmName() + " " + runtime.getVmVersion();
  }

  /** What is alive after a full collection, by class. */
  public Histogram histogram() throws IOException {
    try {
      Object text =
          connection.invoke(
              new ObjectName(COMMANDS),
              "gcClassHistogram",
              new Object[] {new String[0]},
              new String[] {String[].class.getName()});
      return Histogram.parse(String.valueOf(text));
    } catch (JMException e) {
      throw new IOException("the server's process gives no histogram: " + e, e);
    }
  }

  /** Platform threads that live. */
  public int threads() {
    return threads.getThreadCount();
  }

  /** Bytes of metadata of classes and of compiled code. */
  public long nonHeap() {
    return memory.getNonHeapMemoryUsage().getUsed();
  }

  /** File descriptors, without the connections that clients opened. */
  public int descriptors() throws IOException {
    return Descriptors.count(directory);
  }

  /** Bytes of the process in memory. */
  public long resident() throws IOException {
    try (Stream<String> lines = Files.lines(directory.resolve("status"))) {
      return lines
          .filter(line -> line.startsWith(RESIDENT))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIB)
          .findFirst()
          .orElse(0);
    }
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
