// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.client;

import io.wasmwhisk.engine.http.HttpError;
import io.wasmwhisk.engine.http.HttpException;
import io.wasmwhisk.engine.http.HttpLimits;
import io.wasmwhisk.engine.http.HttpPolicy;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The requests of one activation. Used by one guest's thread. */
public final class HttpSession {
  private final HttpAccess access;
  private final HttpPolicy policy;
  private final HttpLimits limits;
  private int requests;

  /**
   * @param access what the activation may reach
   */
  public HttpSession(HttpAccess access) {
    this.access = access;
    this.policy = access.policy();
    this.limits = policy.limits();
  }

  /** What requests may take. */
  public HttpLimits limits() {
    return limits;
  }

  /** What WoW's {@code http.get()} asks for; empty for nothing. */
  public String wowUrl() {
    return policy.wowUrl().orElse("");
  }

  /**
   * Makes a request and waits for the whole answer.
   *
   * @param responseBytes headers and body of the answer at most
   * @throws InterruptedException when the activation ended; nothing of the request goes on then but
   *     a name resolution, which cannot be stopped and whose result is thrown away
   */
  public Response send(Request request, long responseBytes)
      throws HttpException, InterruptedException {
    if (!policy.allows(request.method(), request.destination())) {
      throw new HttpException(HttpError.DESTINATION_NOT_ALLOWED);
    }
    RequestCheck.check(request);
    if (request.length() > limits.requestBytes()) {
      throw new HttpException(HttpError.REQUEST_ERROR);
    }
    if (requests == limits.requests()) {
      throw new HttpException(HttpError.TOO_MANY_SESSIONS);
    }
    requests++;
    Exchange exchange = new Exchange(access.transport().dialer(), policy, responseBytes);
    FutureTask<Response> task = new FutureTask<>(() -> exchange.run(request));
    access.transport().run(access.owner(), limits.concurrent(), task);
    return await(task, exchange);
  }

  private Response await(FutureTask<Response> task, Exchange exchange)
      throws HttpException, InterruptedException {
    try {
      return task.get(limits.time().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new HttpException(HttpError.REQUEST_ERROR);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof HttpException known
          ? known
          : new HttpException(HttpError.RUNTIME_ERROR);
    } finally {
      exchange.cancel();
    }
  }
}
