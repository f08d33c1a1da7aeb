// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CountDownLatch;

/** Answers nobody until it is told to, and then as another does. */
final class HangingResolver implements Resolver {
  private final CountDownLatch answer = new CountDownLatch(1);
  private final CountDownLatch asking;
  private final Resolver names;

  /**
   * @param asked so many must have asked before {@link #awaitAsked} returns
   */
  HangingResolver(int asked, Resolver names) {
    this.asking = new CountDownLatch(asked);
    this.names = names;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    asking.countDown();
    try {
      answer.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return names.resolve(host);
  }

  /** Down to zero when as many as are expected have asked. */
  CountDownLatch asking() {
    return asking;
  }

  void awaitAsked() throws InterruptedException {
    asking.await();
  }

  void answer() {
    answer.countDown();
  }
}
