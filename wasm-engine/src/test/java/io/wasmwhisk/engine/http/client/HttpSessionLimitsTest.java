// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.client;

import static io.wasmwhisk.engine.http.client.Sessions.LIMITS;
import static io.wasmwhisk.engine.http.client.Sessions.PLENTY;
import static io.wasmwhisk.engine.http.client.Sessions.assertRefused;
import static io.wasmwhisk.engine.http.client.Sessions.get;
import static io.wasmwhisk.engine.http.client.Sessions.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wasmwhisk.engine.http.HttpError;
import io.wasmwhisk.engine.http.HttpLimits;
import io.wasmwhisk.engine.http.HttpPolicy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit of requests, at it and one past it. */
@Timeout(60)
class HttpSessionLimitsTest {
  @RegisterExtension private final Sessions sessions = new Sessions();

  @ParameterizedTest
  @ValueSource(strings = {"/bytes/", "/chunks/"})
  void aResponseAtItsLimitAndOnePast(String path) throws Exception {
    HttpSession session = sessions.open(LIMITS, "*:*");
    Response response = session.send(get(sessions.url("service.test", path + 1000)), PLENTY);
    long exactly = response.length();

    assertThat(response.body()).hasSize(1000);
    assertThat(session.send(get(sessions.url("service.test", path + 1000)), exactly).length())
        .isEqualTo(exactly);
    assertThatThrownBy(
            () -> session.send(get(sessions.url("service.test", path + 1000)), exactly - 1))
        .hasMessage("REQUEST_ERROR");
  }

  @Test
  void aRequestAtItsLimitAndOnePast() throws Exception {
    HttpLimits limits = new HttpLimits(10, PLENTY, Duration.ofSeconds(30), 9, 1, 3, 1);
    String url = sessions.url("service.test", "/x");

    assertThat(
            sessions
                .open(limits, "*:*")
                .send(post(url, "12345", new Header("x-own", "")), PLENTY)
                .status())
        .isEqualTo(201);
    assertRefused(
        sessions.open(limits, "*:*"),
        post(url, "123456", new Header("x-own", "")),
        HttpError.REQUEST_ERROR);
  }

  @Test
  void requestsAtTheirLimitAndOnePast() throws Exception {
    HttpLimits limits = new HttpLimits(0, PLENTY, Duration.ofSeconds(30), 2, 1, 0, 1);
    HttpSession session = sessions.open(limits, "*:*");
    String url = sessions.url("service.test", "/x");
    session.send(get(url), PLENTY);
    session.send(get(url), PLENTY);

    assertRefused(session, get(url), HttpError.TOO_MANY_SESSIONS);
    assertThat(sessions.seen()).hasSize(2);
  }

  @Test
  void requestsUnderWayAtTheirLimitAndOnePast() throws Exception {
    HangingResolver names = new HangingResolver(2, sessions::resolve);
    HttpLimits limits = new HttpLimits(0, PLENTY, Duration.ofSeconds(30), 9, 1, 3, 2);
    HttpPolicy policy = LocalServer.policy(limits, "*:*");
    HttpTransport transport = sessions.transport(3, names);
    HttpAccess access = new HttpAccess(transport, "owner", policy);
    HttpAccess other = new HttpAccess(transport, "other", policy);
    Request request = get(sessions.url("service.test", "/x"));
    List<FutureTask<Response>> first = List.of(send(access, request), send(access, request));
    names.awaitAsked();

    assertRefused(sessions.open(access), request, HttpError.TOO_MANY_SESSIONS);
    FutureTask<Response> third = send(other, request);
    names.answer();
    for (FutureTask<Response> each : first) {
      assertThat(each.get().status()).isEqualTo(201);
    }
    assertThat(third.get().status()).isEqualTo(201);
    assertThat(sessions.open(access).send(request, PLENTY).status()).isEqualTo(201);
  }

  @Test
  void allRequestsUnderWayAtTheirLimitAndOnePast() throws Exception {
    HangingResolver names = new HangingResolver(1, sessions::resolve);
    HttpTransport transport = sessions.transport(1, names);
    HttpPolicy policy = LocalServer.policy(LIMITS, "*:*");
    Request request = get(sessions.url("service.test", "/x"));
    FutureTask<Response> first = send(new HttpAccess(transport, "owner", policy), request);
    names.awaitAsked();

    assertRefused(
        sessions.open(new HttpAccess(transport, "other", policy)),
        request,
        HttpError.TOO_MANY_SESSIONS);
    names.answer();
    assertThat(first.get().status()).isEqualTo(201);
  }

  private FutureTask<Response> send(HttpAccess access, Request request) {
    FutureTask<Response> task = new FutureTask<>(() -> sessions.open(access).send(request, PLENTY));
    new Thread(task).start();
    return task;
  }
}
