// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.tests.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Who listens where on loopback.
 *
 * @param invokers by their numbers
 */
record Layout(int broker, int brokerController, int store, int controller, List<Integer> invokers) {
  /** All on ports that are free now. */
  static Layout ofFreePorts(int invokers) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < 4 + invokers; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
      Iterator<Integer> port = ports.iterator();
      return new Layout(
          port.next(), port.next(), port.next(), port.next(), ports.subList(4, ports.size()));
    } finally {
      for (ServerSocket socket : sockets) {
        socket.close();
      }
    }
  }
}
