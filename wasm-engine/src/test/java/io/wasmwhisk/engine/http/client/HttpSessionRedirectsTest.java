// SPDX-License-Identifier: Apache-2.0
package io.wasmwhisk.engine.http.client;

import static io.wasmwhisk.engine.http.client.Sessions.LIMITS;
import static io.wasmwhisk.engine.http.client.Sessions.PLENTY;
import static io.wasmwhisk.engine.http.client.Sessions.assertRefused;
import static io.wasmwhisk.engine.http.client.Sessions.get;
import static io.wasmwhisk.engine.http.client.Sessions.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wasmwhisk.engine.http.HttpError;
import io.wasmwhisk.engine.http.HttpLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects: followed as browsers do, and judged like the request itself. */
@Timeout(60)
class HttpSessionRedirectsTest {
  @RegisterExtension private final Sessions sessions = new Sessions();

  @ParameterizedTest
  @CsvSource({
    "301,GET,null,",
    "302,GET,null,",
    "303,GET,null,",
    "307,POST,4,body",
    "308,POST,4,body"
  })
  void aRedirectAsBrowsersFollowIt(int status, String method, String length, String body)
      throws Exception {
    String url = sessions.url("service.test", "/to/" + status + "?/next");
    Response response =
        sessions
            .open(LIMITS, "*:*")
            .send(
                post(url, "body", new Header("authorization", "A"), new Header("x-own", "X")),
                PLENTY);

    assertThat(response.body()).asString(UTF_8).isEqualTo("hello next");
    assertThat(sessions.seen().get(1))
        .isEqualTo(
            "%s /next host=service.test:%d auth=A x=X length=%s body=%s"
                .formatted(method, sessions.port(), length, body == null ? "" : body));
  }

  @Test
  void credentialsDoNotFollowToAnotherHost() throws Exception {
    String elsewhere = sessions.url("127.0.0.1", "/next");
    sessions
        .open(LIMITS, "*:*")
        .send(
            get(
                sessions.url("service.test", "/to/302?" + elsewhere),
                new Header("authorization", "A"),
                new Header("x-own", "X")),
            PLENTY);

    assertThat(sessions.seen().get(1))
        .startsWith("GET /next host=127.0.0.1:")
        .contains("auth=null x=X");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://other.test/", "http://inside.test/", "http://169.254.169.254/"})
  void aRedirectToWhatIsNotAllowed(String location) throws Exception {
    assertRefused(
        sessions.open(LIMITS, "service.test:*", "inside.test", "169.254.169.254"),
        get(sessions.url("service.test", "/to/302?" + location)),
        HttpError.DESTINATION_NOT_ALLOWED);
    assertThat(sessions.seen()).hasSize(1);
  }

  @Test
  void aRedirectMustBeAllowedWithItsMethod() throws Exception {
    assertRefused(
        sessions.open(LIMITS, "POST service.test:*"),
        post(sessions.url("service.test", "/to/303?/next"), "body"),
        HttpError.DESTINATION_NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "http://user:secret@service.test/", "gopher://x"})
  void aRedirectToNoUrl(String location) throws Exception {
    assertRefused(
        sessions.open(LIMITS, "*:*"),
        get(sessions.url("service.test", "/to/302?" + location)),
        HttpError.INVALID_URL);
  }

  @Test
  void redirectsAtTheirLimitAndOnePast() throws Exception {
    HttpLimits limits = new HttpLimits(0, PLENTY, Duration.ofSeconds(30), 9, 1, 3, 1);

    assertThat(
            sessions
                .open(limits, "*:*")
                .send(get(sessions.url("service.test", "/loop/3")), PLENTY)
                .status())
        .isEqualTo(200);
    assertRefused(
        sessions.open(limits, "*:*"),
        get(sessions.url("service.test", "/loop/4")),
        HttpError.REQUEST_ERROR);
  }
}
