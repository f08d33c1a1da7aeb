// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.cli.bench.process;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.PlatformManagedObject;
import java.util.Map;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Another JVM of this user, seen through the attach interface of the JDK. */
public final class AttachedJvm implements AutoCloseable {
  /** Who looks at a process that is gone sees it without being told on stderr. */
  private static final Map<String, Long> UNCHECKED =
      Map.of("jmx.remote.x.client.connection.check.period", 0L);

  private final JMXConnector connector;
  private final MBeanServerConnection connection;

  /**
   * Attaches, and leaves a management agent in the process, which has threads and descriptors of
   * its own from then on. No name is looked up: the address is what the process gave.
   *
   * @throws IOException where there is no such process of this user's
   */
  @SuppressWarnings("BanJNDI")
  public AttachedJvm(long pid) throws IOException {
    VirtualMachine machine = attach(pid);
    try {
      connector =
          JMXConnectorFactory.connect(
              new JMXServiceURL(machine.startLocalManagementAgent()), UNCHECKED);
    } finally {
      machine.detach();
    }
    connection = connector.getMBeanServerConnection();
  }

  private static VirtualMachine attach(long pid) throws IOException {
    try {
      return VirtualMachine.attach(Long.toString(pid));
    } catch (AttachNotSupportedException e) {
      throw new IOException("cannot look into process " + pid + ": " + e.getMessage(), e);
    }
  }

  /**
   * One of the platform's beans there.
   *
   * @param name as {@link ManagementFactory} has it
   */
  public <T extends PlatformManagedObject> T bean(String name, Class<T> type) throws IOException {
    return ManagementFactory.newPlatformMXBeanProxy(connection, name, type);
  }

  MBeanServerConnection connection() {
    return connection;
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
