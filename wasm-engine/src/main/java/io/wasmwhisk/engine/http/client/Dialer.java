// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.client;

import io.wasmwhisk.engine.http.Destination;
import io.wasmwhisk.engine.http.HttpError;
import io.wasmwhisk.engine.http.HttpException;
import io.wasmwhisk.engine.http.HttpPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Connects to a destination. A name is resolved once, and the address that was checked is the one
 * connected to, so a name server that answers something else the second time changes nothing. The
 * certificate is checked against the name.
 */
final class Dialer {
  /** Addresses of one name that are tried. */
  private static final int MOST_ADDRESSES = 4;

  private final Resolver resolver;
  private final SSLSocketFactory tls;

  Dialer(Resolver resolver, SSLSocketFactory tls) {
    this.resolver = resolver;
    this.tls = tls;
  }

  /**
   * A connection.
   *
   * @param line told of each socket before it can block, so that it can be closed meanwhile
   */
  Socket dial(Destination destination, HttpPolicy policy, Line line)
      throws IOException, HttpException {
    Socket socket = connect(destination, allowed(destination, policy), line);
    return destination.secure() ? encrypted(socket, destination) : socket;
  }

  private List<InetAddress> allowed(Destination destination, HttpPolicy policy)
      throws IOException, HttpException {
    InetAddress[] resolved = resolver.resolve(destination.hostName());
    List<InetAddress> allowed =
        Arrays.stream(resolved).filter(policy::allows).limit(MOST_ADDRESSES).toList();
    if (allowed.isEmpty()) {
      throw new HttpException(HttpError.DESTINATION_NOT_ALLOWED);
    }
    return allowed;
  }

  private static Socket connect(Destination destination, List<InetAddress> addresses, Line line)
      throws IOException {
    IOException last = new IOException("no address");
    for (InetAddress address : addresses) {
      // The JVM's proxy would resolve, and not check.
      Socket socket = new Socket(Proxy.NO_PROXY);
      line.holds(socket);
      try {
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(address, destination.port()));
        return socket;
      } catch (IOException e) {
        socket.close();
        last = e;
      }
    }
    throw last;
  }

  private Socket encrypted(Socket socket, Destination destination) throws IOException {
    SSLSocket secure =
        (SSLSocket) tls.createSocket(socket, destination.hostName(), destination.port(), true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    return secure;
  }
}
