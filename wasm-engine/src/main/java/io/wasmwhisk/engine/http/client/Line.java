// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.client;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/**
 * The socket that a request is using, closed from another thread to end whatever waits on it. After
 * that every further socket is closed at once.
 */
final class Line implements Closeable {
  private @Nullable Socket socket;
  private boolean cut;

  /**
   * @throws SocketException when the line was cut
   */
  synchronized void holds(Socket next) throws IOException {
    if (cut) {
      next.close();
      throw new SocketException("the request was cancelled");
    }
    socket = next;
  }

  /** Closes the socket; another one may follow. Says no good-bye, which could wait for ever. */
  synchronized void hangUp() {
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException ignored) {
        // It is of no use to anybody any more.
      }
    }
  }

  /** Ends the request. */
  @Override
  public synchronized void close() {
    cut = true;
    hangUp();
  }
}
