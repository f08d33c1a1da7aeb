// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.client;

import io.wasmwhisk.engine.http.HttpError;
import io.wasmwhisk.engine.http.HttpException;
import io.wasmwhisk.engine.http.HttpLimits;
import io.wasmwhisk.engine.http.HttpPolicy;
import io.wasmwhisk.engine.limits.memory.MemoryAccount;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The requests of one activation. Used by one guest's thread. */
public final class HttpSession {
  private final HttpAccess access;
  private final HttpPolicy policy;
  private final HttpLimits limits;
  private final MemoryAccount account;
  private final Turn turn;
  private int requests;

  /**
   * @param access what the activation may reach
   * @param account pays for what requests and responses take of the heap
   * @param turn left to others while a request is under way
   */
  public HttpSession(HttpAccess access, MemoryAccount account, Turn turn) {
    this.turn = turn;
    this.account = account;
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
   * @param responseBytes headers and body of the answer at most; its body is on the account when it
   *     is there, until {@link #release}
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
    Exchange exchange = new Exchange(access.transport().dialer(), policy, responseBytes, account);
    return await(
        access.transport().run(access.owner(), limits.concurrent(), () -> exchange.run(request)),
        exchange);
  }

  /** The guest no longer holds a response. */
  public void release(Response response) {
    account.release(response.body().length);
  }

  private Response await(FutureTask<Response> task, Exchange exchange)
      throws HttpException, InterruptedException {
    try {
      turn.away(() -> settle(task));
      return switch (task.state()) {
        case SUCCESS -> task.resultNow();
        case FAILED ->
            throw task.exceptionNow() instanceof HttpException known
                ? known
                : new HttpException(HttpError.RUNTIME_ERROR);
        case RUNNING, CANCELLED -> throw new HttpException(HttpError.REQUEST_ERROR);
      };
    } finally {
      exchange.cancel();
    }
  }

  /** Waits until the request is answered, has failed, or has taken its time. */
  private void settle(FutureTask<Response> task) throws InterruptedException {
    try {
      task.get(limits.time().toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // The task's state says which.
    }
  }
}
