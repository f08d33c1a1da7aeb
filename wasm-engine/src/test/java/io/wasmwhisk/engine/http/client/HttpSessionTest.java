// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.client;

import static io.wasmwhisk.engine.http.client.Sessions.LIMITS;
import static io.wasmwhisk.engine.http.client.Sessions.NOTHING;
import static io.wasmwhisk.engine.http.client.Sessions.PLENTY;
import static io.wasmwhisk.engine.http.client.Sessions.assertRefused;
import static io.wasmwhisk.engine.http.client.Sessions.get;
import static io.wasmwhisk.engine.http.client.Sessions.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.http.Destination;
import io.wasmwhisk.engine.http.HttpError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent and answered, and what is no request at all. */
@Timeout(60)
class HttpSessionTest {
  @RegisterExtension private final Sessions sessions = new Sessions();

  @Test
  void aRequestIsAnswered() throws Exception {
    Response response =
        sessions
            .open(LIMITS, "service.test:*")
            .send(get(sessions.url("service.test", "/x?q=1")), PLENTY);

    assertThat(response.status()).isEqualTo(201);
    assertThat(response.header("x-answer")).hasValue("yes");
    assertThat(response.body()).asString(UTF_8).isEqualTo("hello x");
    assertThat(response).hasToString("status 201");
    assertThat(sessions.seen())
        .containsExactly(
            "GET /x host=service.test:%d auth=null x=null length=null body="
                .formatted(sessions.port()));
    assertThat(sessions.asked()).containsExactly("service.test");
  }

  @Test
  void aBodyAndHeadersAreSent() throws Exception {
    Request request =
        post(
            sessions.url("service.test", "/x"),
            "ü",
            new Header("authorization", "Bearer t"),
            new Header("x-own", "a b"),
            new Header("content-length", "2"));
    sessions.open(LIMITS, "service.test:*").send(request, PLENTY);

    assertThat(sessions.seen())
        .containsExactly(
            "POST /x host=service.test:%d auth=Bearer t x=a b length=2 body=ü"
                .formatted(sessions.port()));
    assertThat(request).hasToString("POST http://service.test:" + sessions.port());
    assertThat(request.headers()).hasToString("[authorization, x-own, content-length]");
  }

  @Test
  void aHeadRequestHasNoBody() throws Exception {
    try (LocalServer head =
        LocalServer.start(
            exchange -> {
              exchange.getResponseHeaders().add("Content-Length", "5");
              exchange.sendResponseHeaders(200, -1);
              exchange.close();
            })) {
      Request request =
          new Request("HEAD", Destination.parse(head.url("127.0.0.1", "/")), List.of(), NOTHING);

      assertThat(sessions.open(LIMITS, "*:*").send(request, PLENTY).body()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host",
        "connection",
        "transfer-encoding",
        "te",
        "upgrade",
        "keep-alive",
        "expect",
        "proxy-authorization",
        "trailer",
        "content-length",
        "",
        "a b",
        "a:b",
        "ü",
        "x\r\ny"
      })
  void aHeaderThatIsNotTheGuests(String name) throws Exception {
    assertRefused(
        sessions.open(LIMITS, "*:*"),
        get(sessions.url("service.test", "/x"), new Header(name, "1")),
        HttpError.INVALID_ENCODING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nHost: y", "a\nb", "a\rb", "a\0b", "ü", "a\u007fb"})
  void aValueThatIsMoreThanOneLine(String value) throws Exception {
    assertRefused(
        sessions.open(LIMITS, "*:*"),
        get(sessions.url("service.test", "/x"), new Header("x-own", value)),
        HttpError.INVALID_ENCODING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GET /", "G\r\nT", "CONNECT", "connect", "TRACE"})
  void aMethodThatIsNone(String method) throws Exception {
    assertRefused(
        sessions.open(LIMITS, "*:*"),
        new Request(
            method, Destination.parse(sessions.url("service.test", "/")), List.of(), NOTHING),
        HttpError.INVALID_METHOD);
  }

  @Test
  void aServerThatIsNotThere() throws Exception {
    int port = sessions.port();
    sessions.closeServer();
    assertRefused(
        sessions.open(LIMITS, "*:*"), get("http://127.0.0.1:" + port), HttpError.REQUEST_ERROR);
  }
}
