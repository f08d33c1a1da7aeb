// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.client;

import io.wasmwhisk.engine.http.HttpError;
import io.wasmwhisk.engine.http.HttpException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLSocketFactory;

/**
 * What all requests of this JVM share: name resolution, trusted certificates, threads, and the
 * number of requests under way. Thread-safe.
 */
public final class HttpTransport implements AutoCloseable {
  private final Dialer dialer;
  private final int concurrent;

  /** A thread for each request: resolving a name cannot be interrupted, the guest's wait can. */
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("wasm-http-", 0).factory());

  private final Map<String, Integer> underWay = new HashMap<>();
  private int allUnderWay;

  /**
   * @param concurrent requests under way at once, of all owners
   * @param resolver names to addresses
   * @param tls how encrypted connections are made; its certificates are checked against the name
   */
  public HttpTransport(int concurrent, Resolver resolver, SSLSocketFactory tls) {
    this.concurrent = concurrent;
    this.dialer = new Dialer(resolver, tls);
  }

  /** With the JVM's name resolution and trusted certificates. */
  public HttpTransport(int concurrent) {
    this(concurrent, InetAddress::getAllByName, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  Dialer dialer() {
    return dialer;
  }

  /**
   * Runs a request on a thread of its own. It is no longer under way when the task is done.
   *
   * @throws HttpException {@link HttpError#TOO_MANY_SESSIONS} when too many are under way
   */
  FutureTask<Response> run(String owner, int most, Callable<Response> request)
      throws HttpException {
    take(owner, most);
    FutureTask<Response> task =
        new FutureTask<>(
            () -> {
              try {
                return request.call();
              } finally {
                giveBack(owner);
              }
            });
    try {
      threads.execute(task);
      return task;
    } catch (RejectedExecutionException | OutOfMemoryError e) {
      giveBack(owner);
      throw new HttpException(HttpError.RUNTIME_ERROR);
    }
  }

  private synchronized void take(String owner, int most) throws HttpException {
    int own = underWay.getOrDefault(owner, 0);
    if (own >= most || allUnderWay >= concurrent) {
      throw new HttpException(HttpError.TOO_MANY_SESSIONS);
    }
    underWay.put(owner, own + 1);
    allUnderWay++;
  }

  private synchronized void giveBack(String owner) {
    underWay.computeIfPresent(owner, (name, own) -> own == 1 ? null : own - 1);
    allUnderWay--;
  }

  /** Refuses further requests; those under way end with their activations. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
