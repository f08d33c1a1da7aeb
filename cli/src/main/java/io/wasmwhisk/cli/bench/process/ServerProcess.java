// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.RuntimeMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.ObjectName;

/** A server's JVM, by its process id: through the JDK's attach interface, and through /proc. */
public final class ServerProcess implements AutoCloseable {
  private static final String SYSTEM = "java.lang:type=OperatingSystem";
  private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";

  private final Path directory;
  private final AttachedJvm jvm;
  private final ThreadMXBean threads;
  private final MemoryMXBean memory;

  /**
   * Attaches ({@link AttachedJvm}).
   *
   * @throws IOException where there is no such process of this user's
   */
  public ServerProcess(long pid) throws IOException {
    directory = Path.of("/proc", Long.toString(pid));
    jvm = new AttachedJvm(pid);
    threads = jvm.bean(ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
    memory = jvm.bean(ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
  }

  /** Its name and version. */
  public String jvm() throws IOException {
    RuntimeMXBean runtime = jvm.bean(ManagementFactory.RUNTIME_MXBEAN_NAME, RuntimeMXBean.class);
    return runtime.getVmName() + " " + runtime.getVmVersion();
  }

  /** What is alive after a full collection, by class. */
  public Histogram histogram() throws IOException {
    try {
      Object text =
          jvm.connection()
              .invoke(
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

  /** All that changes from moment to moment, at once. */
  public Reading read() throws IOException {
    return new Reading(System.nanoTime(), resident(), heap(), threads(), cpuNanos());
  }

  /** Bytes of heap in use, with what no collection has taken away yet. */
  private long heap() {
    return memory.getHeapMemoryUsage().getUsed();
  }

  /** Processor time that it has used since it began. */
  private long cpuNanos() throws IOException {
    try {
      return (long) jvm.connection().getAttribute(new ObjectName(SYSTEM), "ProcessCpuTime");
    } catch (JMException e) {
      throw new IOException("the server's process does not tell its processor time: " + e, e);
    }
  }

  /** File descriptors, without the connections that clients opened. */
  public int descriptors() throws IOException {
    return Descriptors.count(directory);
  }

  /** Bytes of the process in memory. */
  public long resident() throws IOException {
    return ProcFiles.resident(directory);
  }

  @Override
  public void close() throws IOException {
    jvm.close();
  }
}
