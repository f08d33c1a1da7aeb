// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.client;

import static io.wasmwhisk.engine.http.client.Sessions.LIMITS;
import static io.wasmwhisk.engine.http.client.Sessions.NOTHING;
import static io.wasmwhisk.engine.http.client.Sessions.PLENTY;
import static io.wasmwhisk.engine.http.client.Sessions.assertRefused;
import static io.wasmwhisk.engine.http.client.Sessions.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.http.HttpError;
import io.wasmwhisk.engine.http.HttpLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that say nothing more, and activations that end while they wait. */
@Timeout(60)
class HttpSessionHangingTest {
  @RegisterExtension private final Sessions sessions = new Sessions();

  @ParameterizedTest
  @ValueSource(
      strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n1"})
  void aServerThatHangs(String answer) throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      talk(listening, answer.getBytes(UTF_8), hungUp);
      HttpLimits limits = new HttpLimits(0, PLENTY, Duration.ofMillis(100), 9, 1, 3, 1);

      assertRefused(
          sessions.open(limits, "*:*"),
          get("http://127.0.0.1:" + listening.getLocalPort()),
          HttpError.REQUEST_ERROR);
      assertThat(hungUp.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void anActivationThatEndsHangsUp() throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CountDownLatch accepted = talk(listening, NOTHING, hungUp);
      HttpSession session = sessions.open(LIMITS, "*:*");
      Request request = get("http://127.0.0.1:" + listening.getLocalPort());

      assertThat(waiting(session, request, accepted).get(30, TimeUnit.SECONDS))
          .isEqualTo("interrupted");
      assertThat(hungUp.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aNameServerThatHangsHoldsNobody() throws Exception {
    HangingResolver names = new HangingResolver(1, sessions::resolve);
    HttpSession session = sessions.open(LocalServer.policy(LIMITS, "*:*"), names);

    assertThat(
            waiting(session, get(sessions.url("service.test", "/")), names.asking())
                .get(30, TimeUnit.SECONDS))
        .isEqualTo("interrupted");
    names.answer();
    assertThat(sessions.seen()).isEmpty();
  }

  /** Answers each connection with the same bytes, and then says nothing more. */
  private static CountDownLatch talk(ServerSocket listening, byte[] bytes, CountDownLatch hungUp) {
    CountDownLatch accepted = new CountDownLatch(1);
    new Thread(
            () -> {
              try (Socket socket = listening.accept()) {
                accepted.countDown();
                socket.getOutputStream().write(bytes);
                while (socket.getInputStream().read() >= 0) {}
              } catch (IOException reset) {
                // So it hung up.
              }
              hungUp.countDown();
            })
        .start();
    return accepted;
  }

  /** A request on a thread that is interrupted as soon as it waits. */
  private static FutureTask<String> waiting(
      HttpSession session, Request request, CountDownLatch begun) throws InterruptedException {
    FutureTask<String> task =
        new FutureTask<>(
            () -> {
              try {
                return "status " + session.send(request, PLENTY).status();
              } catch (InterruptedException e) {
                return "interrupted";
              }
            });
    Thread thread = new Thread(task);
    thread.start();
    begun.await();
    while (thread.getState() != Thread.State.TIMED_WAITING
        && thread.getState() != Thread.State.TERMINATED) {
      Thread.onSpinWait();
    }
    thread.interrupt();
    return task;
  }
}
